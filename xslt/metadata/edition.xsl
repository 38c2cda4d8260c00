<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The edition's metadata in every format.

    In: edition.xml and, as parameters, its own facts and those of its documents. Out: JSON, a member a format, as document.xsl gives them for
    a document, and
      cff        CITATION.cff, null where the edition names neither editor nor publisher
    In the mode m:facts: the edition's facts alone, which all else is made with. In the mode m:letters: the file
    around the index of letters (cmif.xsl), a string. pipeline/transform/metadata.ts gives the types.
  -->
  <xsl:include href="../lib/anchors.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/witnesses.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="cmif.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="reference.xsl"/>
  <xsl:include href="citations.xsl"/>
  <xsl:include href="csl.xsl"/>
  <xsl:include href="bibtex.xsl"/>
  <xsl:include href="ris.xsl"/>
  <xsl:include href="schema-org.xsl"/>
  <xsl:include href="signposting.xsl"/>
  <xsl:include href="licences.xsl"/>
  <xsl:include href="cff.xsl"/>

  <xsl:output method="json" indent="no"/>
  <xsl:mode name="m:facts" on-no-match="shallow-skip"/>
  <xsl:mode name="m:letters" on-no-match="shallow-skip"/>

  <!-- JSON: of each document, in the edition's order, its page's path. -->
  <xsl:param name="documents" as="xs:string" select="'[]'"/>
  <xsl:variable name="f:documents" as="map(*)*" select="parse-json($documents)?*"/>

  <xsl:template match="/">
    <xsl:variable name="facts" select="f:edition-facts(TEI)"/>
    <xsl:variable name="reference" select="f:edition-reference($facts)"/>
    <xsl:variable name="links" select="f:edition-links($facts, $f:documents?path)"/>
    <xsl:sequence select="map{
      'facts': $facts,
      'citations': f:citations($reference),
      'csl': f:csl($reference),
      'bibtex': f:bibtex($reference),
      'biblatex': f:biblatex($reference),
      'ris': f:ris($reference),
      'schemaOrg': f:schema-org-edition($facts, count($f:documents)),
      'links': array{$links},
      'linkset': f:linkset('index.html', $links),
      'cff': f:cff($facts)}"/>
  </xsl:template>

  <xsl:template mode="m:facts" match="/">
    <xsl:sequence select="f:edition-facts(TEI)"/>
  </xsl:template>

  <xsl:template mode="m:letters" match="/">
    <xsl:sequence select="f:letters-frame(f:edition-facts(TEI))"/>
  </xsl:template>
</xsl:stylesheet>
