<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:h="urn:siglum:header" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Headings: the document's own is the page's h1, those within follow by depth. -->

  <xsl:mode name="m:heading" on-no-match="shallow-skip"/>

  <xsl:template mode="m:heading" match="head">
    <h1>
      <xsl:sequence select="f:look(.), f:identity(.), fp:inherited-direction(.)"/>
      <xsl:apply-templates mode="m:heading" select="$fp:title-pages"/>
      <xsl:apply-templates/>
    </h1>
  </xsl:template>

  <!--
    It comes before the record of the header, so it is not repeated at the beginning of the text.
  -->
  <xsl:template match="head[. is $f:title-heading]" priority="1"/>

  <!-- The same applies to the page that begins with it (pages.xsl). -->
  <xsl:template match="pb[map:contains($fp:on-title-page, f:node-number(.))]" priority="1"/>

  <!-- The breaks before the heading, if nothing else comes before it. -->
  <xsl:variable name="fp:title-pages" as="element(pb)*" select="
    $f:title-heading/ancestor-or-self::*[ancestor::text]/preceding-sibling::pb[empty(preceding-sibling::*
    except preceding-sibling::pb)]"/>
  <xsl:variable name="fp:on-title-page" as="map(*)" select="map:merge($fp:title-pages
    ! map{f:node-number(.): true()})"/>

  <!-- Of a text that is written from right to left; its heading is outside of it on the page. -->
  <xsl:function name="fp:inherited-direction" as="attribute(dir)?">
    <xsl:param name="heading" as="element(head)"/>
    <xsl:for-each select="$heading[not(@xml:lang)]/ancestor::*[@xml:lang][1][f:direction(@xml:lang)
      eq 'rtl']">
      <xsl:attribute name="dir" select="'rtl'"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    A division's heading has the level of the division: the first below the page's own heading is
    h2. The document's division, or the only one, has given its heading to the page; so has each
    part of a page of prose (m:parts).
  -->
  <xsl:variable name="fp:titled" as="xs:boolean" select="exists($f:title-heading)"/>

  <xsl:template match="
      div/head[not(preceding-sibling::head)] | div0/head[not(preceding-sibling::head)]
      | div1/head[not(preceding-sibling::head)] | div2/head[not(preceding-sibling::head)]
      | div3/head[not(preceding-sibling::head)] | div4/head[not(preceding-sibling::head)]
      | div5/head[not(preceding-sibling::head)] | div6/head[not(preceding-sibling::head)]
      | div7/head[not(preceding-sibling::head)]
      | floatingText/body/head[not(preceding-sibling::head)]">
    <xsl:param name="in-part" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="depth" select="count(ancestor::*[self::div or self::floatingText
      or self::div0 or self::div1 or self::div2 or self::div3 or self::div4 or self::div5
      or self::div6 or self::div7])"/>
    <xsl:element name="h{min((6, max((2, if ($fp:titled or $in-part
      or ancestor::div[@type = 'document']) then $depth else $depth + 1))))}">
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:permalink(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- If a page has several texts, each has the title of its own header above it. -->
  <xsl:template priority="5" match="
      teiCorpus/TEI/text | teiCorpus/TEI/sourceDoc | teiCorpus/TEI/facsimile | TEI/TEI/text
      | TEI/TEI/sourceDoc | TEI/TEI/facsimile">
    <section class="division">
      <xsl:if test="empty(preceding-sibling::text | preceding-sibling::sourceDoc
        | preceding-sibling::facsimile)">
        <xsl:for-each select="h:title(../teiHeader[1])"><h2
          class="added">{f:words(.)}</h2></xsl:for-each>
      </xsl:if>
      <xsl:next-match/>
    </section>
  </xsl:template>

  <!-- A second heading of a division, or one of an element that has no section of its own. -->
  <xsl:template match="head">
    <div class="{f:class(., 'head')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="body/head[not(preceding-sibling::head)]">
    <h2>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </h2>
  </xsl:template>
</xsl:stylesheet>
