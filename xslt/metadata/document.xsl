<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:r="urn:siglum:reading"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    What all formats of a document are written from (pipeline/formats): its facts, its text in
    blocks, and what can be cited within it.

    Takes one TEI document, the words of the interface. Returns JSON:
      facts      facts.xsl
      passages, pages   what can be cited within it (dts.xsl)
      blocks     the text in blocks, as XML (reading-blocks.xsl)
    In the mode m:facts: the facts alone, with the entries that the file carries; in the mode
    m:blocks-alone: the blocks alone.
    In the mode m:edition: the facts of edition.xml. In the mode m:labels: what the passages are
    called in references of other files.
  -->
  <!-- JSON: the identifiers of passages. -->
  <xsl:param name="passages" as="xs:string" select="'[]'"/>

  <xsl:include href="../lib/addresses/anchors.xsl"/>
  <xsl:include href="../lib/addresses/node-numbers.xsl"/>
  <xsl:include href="../lib/text/blocks.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries/entries.xsl"/>
  <xsl:include href="../lib/header/header.xsl"/>
  <xsl:include href="../lib/text/notes.xsl"/>
  <xsl:include href="../lib/text/printed.xsl"/>
  <xsl:include href="../lib/text/signs.xsl"/>
  <xsl:include href="../lib/text/speakers.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/addresses/targets.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/header/witnesses.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="dts.xsl"/>
  <xsl:include href="reading-apparatus.xsl"/>
  <xsl:include href="reading-blocks.xsl"/>
  <xsl:include href="reading-lines.xsl"/>
  <xsl:include href="reading-references.xsl"/>

  <xsl:output method="json" indent="no"/>
  <xsl:mode name="m:facts" on-no-match="shallow-skip" use-accumulators="m:number"/>
  <xsl:mode name="m:blocks-alone" on-no-match="shallow-skip" use-accumulators="m:number"/>
  <xsl:mode name="m:labels" on-no-match="shallow-skip" use-accumulators="m:number"/>
  <xsl:mode name="m:edition" on-no-match="shallow-skip" use-accumulators="m:number"/>

  <xsl:template match="/">
    <xsl:sequence select="map{
      'facts': f:document-facts(f:file(.)),
      'passages': array{f:citable-passages(f:texts(.))},
      'pages': array{f:citable-pages(f:texts(.))},
      'blocks': fp:blocks-as-xml(f:file(.))}"/>
  </xsl:template>

  <xsl:template mode="m:facts" match="/">
    <xsl:sequence
      select="map:put(f:document-facts(f:file(.)), 'carried', array{f:carried-entries(f:file(.))})"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <xsl:template mode="m:labels" match="/">
    <xsl:variable name="root" select="."/>
    <xsl:variable name="prefix" select="f:file(.)/@xml:id ! (. || '-')"/>
    <xsl:map>
      <xsl:for-each select="parse-json($passages)?*">
        <xsl:variable name="id" select="."/>
        <xsl:for-each select="($id, $prefix ! (. || $id)) ! key('id', ., $root)[1]">
          <xsl:if test="position() eq 1">
            <xsl:map-entry key="$id" select="f:words-for-element(.)"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:template>

  <xsl:template mode="m:blocks-alone" match="/">
    <xsl:sequence select="fp:blocks-as-xml(f:file(.))"/>
  </xsl:template>

  <xsl:template mode="m:edition" match="/">
    <xsl:sequence select="f:edition-facts(f:file(.))"/>
  </xsl:template>

  <xsl:function name="fp:blocks-as-xml" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="blocks" as="element()">
      <r:blocks><xsl:sequence select="f:reading-blocks($document)"/></r:blocks>
    </xsl:variable>
    <xsl:sequence select="
        serialize($blocks, map{'method': 'xml', 'indent': false(),
          'omit-xml-declaration': true()})"/>
  </xsl:function>
</xsl:stylesheet>
