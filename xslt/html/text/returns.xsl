<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:siglum:function"
  xmlns:m="urn:siglum:mode" exclude-result-prefixes="#all">

  <!--
    The ways back from notes and entries of the apparatus to the text. An element that is in no
    place of the TEI's grammar may not be shown in the text: then there is no way back.
  -->

  <!-- `list`: the notes or the entries; `page`: everything that is rendered, the list included. -->
  <xsl:function name="f:without-dead-returns" as="node()*">
    <xsl:param name="list" as="node()*"/>
    <xsl:param name="page" as="node()*"/>
    <xsl:variable name="returns" select="$list/descendant::*:a[@role = 'doc-backlink']"/>
    <xsl:variable name="ids" as="map(xs:string, xs:boolean)" select="
      if (empty($returns)) then map{}
      else map:merge($page/descendant-or-self::*/@id ! map{string(.): true()})"/>
    <xsl:choose>
      <xsl:when test="every $one in $returns satisfies map:contains($ids,
        substring($one/@href, 2))"><xsl:sequence select="$list"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:returns" select="$list">
          <xsl:with-param name="ids" select="$ids" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:mode name="m:returns" on-no-match="shallow-copy"/>
  <xsl:template mode="m:returns" match="*:a[@role = 'doc-backlink']">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="map:contains($ids, substring(@href, 2))"><xsl:copy-of select="."/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
