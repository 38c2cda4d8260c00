<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The edition's metadata in every format.

    In: edition.xml and, as a parameter, the facts of its documents. Out: JSON, a member a format. In the mode m:facts: the edition's
    facts alone, which the documents' metadata are made with. In the mode m:letters: the file around the index of letters (cmif.xsl), a string. pipeline/transform/metadata.ts gives the types.
  -->
  <xsl:include href="../lib/anchors.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/witnesses.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="cmif.xsl"/>

  <xsl:output method="json" indent="no"/>
  <xsl:mode name="m:facts" on-no-match="shallow-skip"/>
  <xsl:mode name="m:letters" on-no-match="shallow-skip"/>

  <!-- JSON: an array of the documents' facts, in the edition's order. -->
  <xsl:param name="documents" as="xs:string" select="'[]'"/>
  <xsl:variable name="f:documents" as="map(*)*" select="parse-json($documents)?*"/>

  <xsl:template match="/">
    <xsl:variable name="facts" select="f:edition-facts(TEI)"/>
    <xsl:sequence select="map{
      'facts': $facts}"/>
  </xsl:template>

  <xsl:template mode="m:facts" match="/">
    <xsl:sequence select="f:edition-facts(TEI)"/>
  </xsl:template>

  <xsl:template mode="m:letters" match="/">
    <xsl:sequence select="f:letters-frame(f:edition-facts(TEI))"/>
  </xsl:template>
</xsl:stylesheet>
