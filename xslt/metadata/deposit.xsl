<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:records"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What a repository is told of an edition.

    m:document: in, one document; out, JSON: what the records say of it.
    m:reading: in, one document; out, JSON: its reading text, as a string.
    m:facts: in, edition.xml, with the documents' facts as parameter; out, JSON: what the records say of the whole, so that what is
      missing can be asked for before anything is written.
    m:notes: in, the same, with the package's files; out, JSON: what a reader of the package finds beside the data.
    m:records: in, the same, with the package's files; out, JSON: the records by format, each as text or as an object.
    pipeline/deposit/records.ts gives the types. What a header does not say is null or left out, never made up.
  -->
  <xsl:include href="../lib/anchors.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/languages.xsl"/>
  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/witnesses.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="reading-blocks.xsl"/>
  <xsl:include href="plain-text.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="reference.xsl"/>
  <xsl:include href="cff.xsl"/>
  <xsl:include href="agents.xsl"/>
  <xsl:include href="licences.xsl"/>
  <xsl:include href="deposit-document.xsl"/>
  <xsl:include href="deposit-facts.xsl"/>
  <xsl:include href="datacite.xsl"/>
  <xsl:include href="zenodo.xsl"/>
  <xsl:include href="invenio.xsl"/>
  <xsl:include href="dataverse.xsl"/>
  <xsl:include href="oai-dc.xsl"/>
  <xsl:include href="arche.xsl"/>
  <xsl:include href="ro-crate.xsl"/>
  <xsl:include href="tapas.xsl"/>
  <xsl:include href="package-notes.xsl"/>

  <!-- JSON: what m:document gave for each document, in the order of the edition. -->
  <xsl:param name="documents" as="xs:string" select="'[]'"/>
  <!-- JSON: the package's files: [{path, size, kind, mediaType, document, title}]. -->
  <xsl:param name="files" as="xs:string" select="'[]'"/>
  <!-- JSON: {name, collection}: the package's name, with and without its version. -->
  <xsl:param name="package" as="xs:string" select="'{}'"/>

  <xsl:variable name="f:documents" as="map(*)*" select="parse-json($documents)?*"/>
  <xsl:variable name="f:files" as="map(*)*" select="parse-json($files)?*"/>
  <xsl:variable name="f:package" as="map(*)" select="parse-json($package)"/>

  <!-- The folders of the package, deep, and what each holds; '' is the top. -->
  <xsl:variable name="f:folders" as="xs:string*" select="
    sort(distinct-values($f:files?path ! (let $steps := tokenize(., '/') return for $depth in 1 to count($steps) - 1 return string-join(subsequence($steps, 1, $depth), '/'))))"/>
  <xsl:variable name="f:parts-of" as="map(xs:string, xs:string*)" select="fp:by-folder($f:files?path)"/>
  <xsl:variable name="f:folders-in" as="map(xs:string, xs:string*)" select="fp:by-folder($f:folders)"/>

  <xsl:output method="json" indent="no"/>
  <xsl:mode name="m:document" on-no-match="shallow-skip"/>
  <xsl:mode name="m:reading" on-no-match="shallow-skip"/>
  <xsl:mode name="m:facts" on-no-match="shallow-skip"/>
  <xsl:mode name="m:notes" on-no-match="shallow-skip"/>
  <xsl:mode name="m:records" on-no-match="shallow-skip"/>

  <xsl:function name="fp:by-folder" as="map(xs:string, xs:string*)">
    <xsl:param name="paths" as="xs:string*"/>
    <xsl:map>
      <xsl:for-each-group select="$paths" group-by="string-join(tokenize(., '/')[position() lt last()], '/')">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:template mode="m:document" match="/">
    <xsl:sequence select="f:document-summary(f:file(.))"/>
  </xsl:template>

  <xsl:template mode="m:reading" match="/">
    <xsl:sequence select="f:plain-text(f:reading-blocks(f:file(.)))"/>
  </xsl:template>

  <xsl:template mode="m:facts" match="/">
    <xsl:sequence select="f:deposit-facts(TEI)"/>
  </xsl:template>

  <xsl:template mode="m:notes" match="/">
    <xsl:variable name="facts" select="f:deposit-facts(TEI)"/>
    <xsl:sequence select="map{
      'readme': f:package-readme($facts),
      'rights': f:package-rights($facts),
      'cff': f:cff(f:edition-facts(TEI))}"/>
  </xsl:template>

  <xsl:template mode="m:records" match="/">
    <xsl:variable name="facts" select="f:with-agents(f:deposit-facts(TEI))"/>
    <xsl:sequence select="map{
      'datacite': f:datacite($facts),
      'zenodo': f:zenodo($facts),
      'invenio': f:invenio($facts),
      'dataverse': f:dataverse($facts),
      'oaiDc': f:oai-dc($facts),
      'arche': f:arche($facts),
      'roCrate': f:ro-crate($facts),
      'tapas': f:tapas($facts)}"/>
  </xsl:template>
</xsl:stylesheet>
