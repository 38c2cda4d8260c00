<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How the print that a document is taken from is described. How the document is cited: ../metadata/citations.xsl. -->

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

  <!-- The same of a description that has the form of a header: its complete or main title, else its first. -->
  <xsl:function name="f:printed-whole" as="node()*">
    <xsl:param name="print" as="element(biblFull)"/>
    <xsl:variable name="titles" select="$print/titleStmt/title[normalize-space() ne '']"/>
    <xsl:variable name="title" select="($titles[@type = 'complete'], $titles[@type = 'main'], $titles)[1]"/>
    <xsl:variable name="publication" select="$print/publicationStmt"/>
    <xsl:variable name="house" select="string-join(($publication/pubPlace, $publication/publisher) ! normalize-space(.), ': ')"/>
    <xsl:variable name="published" select="string-join(($house, $publication/date[1] ! f:date-text(.))[. ne ''], ', ')"/>
    <xsl:for-each select="$title"><cite>{normalize-space(.)}</cite></xsl:for-each>
    <xsl:if test="exists($title) and $published ne ''"> ({$published})</xsl:if>
    <!-- Which part of it this file is, by the file's own series statement. -->
    <xsl:for-each select="$print/ancestor::fileDesc/seriesStmt[title ! normalize-space() = $title ! normalize-space()]/biblScope[normalize-space() ne '']">, {normalize-space()}</xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:part" as="element()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="$text"><span>{$text}</span></xsl:if>
  </xsl:function>
</xsl:stylesheet>
