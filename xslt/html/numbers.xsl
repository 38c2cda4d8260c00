<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    Which element of the TEI made which element of the page, for the page that shows both: data-e is the TEI element's number in document
    order, from 1. Only where the build asks for it; the templates that make the page do not know of it.
  -->

  <!-- JSON: true or false. -->
  <xsl:param name="numbered" as="xs:string" select="'false'"/>
  <xsl:variable name="fp:numbered" as="xs:boolean" select="$numbered eq 'true'"/>

  <xsl:variable name="fp:numbers" as="map(xs:string, xs:integer)">
    <xsl:variable name="all" as="element()*" select="//*"/>
    <xsl:sequence select="map:merge(for $place in 1 to count($all) return map{generate-id($all[$place]): $place})"/>
  </xsl:variable>

  <xsl:variable name="fp:blocks" as="xs:string*" select="tokenize('p div section ul ol li dl dt dd table caption tr td th blockquote figure h1 h2 h3 h4 h5 h6')"/>

  <xsl:template mode="m:text m:unlinked m:heading m:endnote m:apparatus" priority="20"
    match="*[$fp:numbered][ancestor-or-self::text]" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
    <xsl:variable name="made" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="fp:with-number($made, $fp:numbers(generate-id()))"/>
  </xsl:template>

  <!--
    What bears no number yet is the element's own, for all within it has got one. An element that is but words on the page gets a span
    around them; one that is neither, a body say, has no number there: what it holds has.
  -->
  <xsl:function name="fp:with-number" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:choose>
      <xsl:when test="exists($made[self::*][not(@data-e)])">
        <xsl:for-each select="$made">
          <xsl:choose>
            <xsl:when test="self::*[not(@data-e)]">
              <xsl:copy>
                <xsl:attribute name="data-e" select="$number"/>
                <xsl:copy-of select="@*, node()"/>
              </xsl:copy>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="."/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="exists($made[self::text()][normalize-space() ne '']) and not($made[self::*]/descendant-or-self::*/local-name() = $fp:blocks) and not($made/@data-e = string($number))">
        <span data-e="{$number}"><xsl:sequence select="$made"/></span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$made"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
