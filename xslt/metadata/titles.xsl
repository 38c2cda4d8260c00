<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The titles among the facts: of the document, and of the volume that contains it. -->

  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="string((f:folded(h:title($header)), $header/../@xml:id)[1])"/>
  </xsl:function>

  <!-- The title if the header has one. -->
  <xsl:function name="fp:stated-title" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="f:folded(h:title($header)[not(@type = ('sub', 'folder'))])"/>
  </xsl:function>

  <!-- "Letters of Ann": the title of what a letter or an article is a part of. -->
  <xsl:function name="fp:container-title" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="own" select="h:title($header)[@level = ('a', 'u')]"/>
    <xsl:variable name="others" select="h:other-titles($header)[$own]"/>
    <xsl:sequence select="f:folded((
      $others[@level = 'm'], $others[@level = ('j', 's')],
      $header[$own]/fileDesc/seriesStmt/title[normalize-space() ne ''])[1])"/>
  </xsl:function>

  <!-- The stretches of a title within which titles stand. -->
  <xsl:function name="fp:title-runs" as="array(*)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title"
      select="h:title($header)[descendant::title[normalize-space() ne '']]"/>
    <xsl:sequence select="$title ! array{descendant::text() ! map{
      'text': string(.), 'level': ancestor::title[not(. is $title)][1]
        ! string((@level, 'm')[1])}}"/>
  </xsl:function>
</xsl:stylesheet>
