<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    TEI as data for the indexes, the navigation and the heads of the pages.

    Takes a TEI file of the edition: a document, an authority file, or edition.xml. Returns JSON:
      header     title, date, people, licence and identifiers, as the header gives them
      contents   [{anchor, text, level}]: the headings within the text
      entries    the authority entries that the file carries, and what its text states: dates,
      sources cited
      witnesses  [{siglum, anchor, description}]: those that the header lists
      mentions   the blocks of text that mention entries (mentions.xsl)
    pipeline/transform/model.ts gives the types. What a file does not have is null
    or an empty array.
  -->
  <xsl:include href="../lib/addresses/anchors.xsl"/>
  <xsl:include href="../lib/addresses/node-numbers.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/text/divisions.xsl"/>
  <xsl:include href="../lib/entries/entries.xsl"/>
  <xsl:include href="../lib/header/header.xsl"/>
  <xsl:include href="../lib/entries/index-ids.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/header/witnesses.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="finding.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="stated.xsl"/>
  <xsl:include href="mentions.xsl"/>
  <xsl:include href="witnesses.xsl"/>

  <xsl:output method="json" indent="no"/>
  <xsl:mode name="m:data" on-no-match="shallow-skip" use-accumulators="m:number"/>

  <xsl:template match="/">
    <xsl:sequence select="map{
      'header': f:header(f:file-header(.)),
      'contents': array{f:contents(f:texts(.))},
      'entries': array{f:entries(f:file(.)), f:stated-entries(f:texts(.))},
      'witnesses': array{f:witness-data(f:file-header(.))},
      'mentions': array{f:mentions(f:texts(.))}}"/>
  </xsl:template>
</xsl:stylesheet>
