<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How a document is cited, and how the print it is taken from is described: both from the header alone. -->

  <xsl:mode name="m:citation" on-no-match="shallow-skip"/>

  <!-- Author, “title”, date, in Edition, edition, ed. by Editor (Publisher, year), address. What the header does not have is left out. -->
  <xsl:template mode="m:citation" match="teiHeader">
    <xsl:variable name="statement" select="fileDesc/titleStmt"/>
    <xsl:variable name="series" select="fileDesc/seriesStmt/title[1]"/>
    <xsl:variable name="editors" select="fileDesc/(titleStmt | seriesStmt)/editor ! normalize-space((persName, orgName, .)[1])[. ne '']"/>
    <xsl:variable name="publication" select="fileDesc/publicationStmt"/>
    <xsl:variable name="imprint" select="string-join(($publication/publisher, $publication/date) ! normalize-space(.)[. ne ''], ', ')"/>
    <xsl:variable name="parts" as="node()*">
      <!-- An author of whom the header only says that nobody knows one is not cited. -->
      <xsl:sequence select="fp:part(string-join($statement/author ! normalize-space(.)[not(lower-case(.) = ('', 'unknown'))], '; '))"/>
      <span>“{normalize-space($statement/title[1])}”</span>
      <xsl:sequence select="fp:part((profileDesc/creation/date ! f:date-text(.))[1])"/>
      <xsl:for-each select="$series"><span>{f:say('citation.in')} <cite>{normalize-space(.)}</cite></span></xsl:for-each>
      <xsl:sequence select="fp:part($editors[1] ! f:say('citation.editors', map{'names': string-join($editors, ', ')}))"/>
      <xsl:sequence select="fp:part(fileDesc/editionStmt/edition/@n ! f:say('citation.version', map{'n': string(.)}))"/>
      <xsl:sequence select="fp:part($imprint)"/>
      <xsl:for-each select="($publication/idno[@type = 'DOI'], $publication/idno[@type = 'URI'])[normalize-space() ne ''][1]">
        <span class="address">{normalize-space(.)}</span>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:sequence select="node()"/>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- "Foreign Relations …, 1964–1968, Volume XXXI, South and Central America (Washington: Publisher, 2004), Document 149, pages 1–2". -->
  <xsl:function name="f:printed" as="node()*">
    <xsl:param name="print" as="element(biblStruct)"/>
    <xsl:variable name="imprint" select="$print/monogr/imprint"/>
    <xsl:variable name="scopes" select="$imprint/biblScope | $print/monogr/biblScope"/>
    <xsl:variable name="house" select="string-join(($imprint/pubPlace, $imprint/publisher) ! normalize-space(.), ': ')"/>
    <xsl:variable name="published" select="string-join(($house[. ne ''], $imprint/date ! f:date-text(.)), ', ')"/>
    <xsl:variable name="parts" as="node()*">
      <xsl:for-each select="$print/series/title, $print/series/biblScope, $scopes[@unit = 'volume'], $print/monogr/title">
        <xsl:choose>
          <xsl:when test="self::title"><span><cite>{normalize-space(.)}</cite></span></xsl:when>
          <xsl:otherwise><span>{normalize-space(.)}</span></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:sequence select="fp:part($published[. ne ''] ! ('(' || . || ')'))"/>
      <xsl:sequence select="$scopes[not(@unit = 'volume')] ! fp:part(normalize-space(.))"/>
    </xsl:variable>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1 and not(starts-with(., '('))">,</xsl:if>
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:sequence select="node()"/>
    </xsl:for-each>
    <xsl:for-each select="$print/ref[@target]">
      <xsl:variable name="address" select="f:address(@target, .)"/>
      <xsl:text> · </xsl:text>
      <xsl:choose>
        <xsl:when test="$address"><a href="{$address}">{normalize-space(.)}</a></xsl:when>
        <xsl:otherwise>{normalize-space(.)}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:part" as="element()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="$text"><span>{$text}</span></xsl:if>
  </xsl:function>
</xsl:stylesheet>
