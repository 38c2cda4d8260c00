<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    One document's metadata in every format.

    In: one TEI document, the edition's facts and the paths of the document's files (parameters of facts.xsl), the words of the interface.
    Out: JSON, a member a format:
      facts      what all the others are made from (facts.xsl)
      citations  {chicago, mla, apa}, each {html, text}
      csl, bibtex, biblatex, ris       for reference managers; csl is an object, the others are files' contents
      tags       [{name, content}]: the page's meta elements
      schemaOrg  JSON-LD
      links      [{rel, href, type}]: the page's typed links, as the page refers to them
      linkset    the same and the ways back, as a file beside the page has them
      letter     its entry in the edition's index of letters (cmif.xsl)
      text       the reading text (plain-text.xsl)
      passages, pages   what can be cited within it (dts.xsl)
      markdown   the same as Markdown, with the facts before it (markdown.xsl, front-matter.xsl)
    A format is a module beside this one, with a function that takes the facts or the reference (reference.xsl) and gives a string or what
    becomes JSON. pipeline/transform/metadata.ts gives the types.
  -->
  <xsl:include href="../lib/anchors.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/witnesses.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="cmif.xsl"/>
  <xsl:include href="dts.xsl"/>
  <xsl:include href="reading-blocks.xsl"/>
  <xsl:include href="plain-text.xsl"/>
  <xsl:include href="front-matter.xsl"/>
  <xsl:include href="markdown.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="reference.xsl"/>
  <xsl:include href="citations.xsl"/>
  <xsl:include href="csl.xsl"/>
  <xsl:include href="bibtex.xsl"/>
  <xsl:include href="ris.xsl"/>
  <xsl:include href="tags.xsl"/>
  <xsl:include href="schema-org.xsl"/>
  <xsl:include href="signposting.xsl"/>

  <xsl:output method="json" indent="no"/>

  <xsl:template match="/">
    <xsl:variable name="facts" select="f:document-facts(f:file(.))"/>
    <xsl:variable name="reference" select="f:document-reference($facts)"/>
    <xsl:variable name="links" select="f:document-links($facts)"/>
    <xsl:variable name="blocks" select="f:reading-blocks(f:file(.))"/>
    <xsl:sequence select="map{
      'facts': $facts,
      'citations': f:citations($reference),
      'csl': f:csl($reference),
      'bibtex': f:bibtex($reference),
      'biblatex': f:biblatex($reference),
      'ris': f:ris($reference),
      'tags': array{f:tags($facts, $reference)},
      'schemaOrg': f:schema-org($facts, $reference),
      'links': array{$links},
      'linkset': f:linkset(string(tokenize($f:places?page, '/')[last()]), $links),
      'letter': f:letter(f:file-header(.), $facts),
      'passages': array{f:citable-passages(f:texts(.))},
      'pages': array{f:citable-pages(f:texts(.))},
      'text': f:plain-text($blocks),
      'markdown': f:front-matter($facts) || f:markdown($blocks, $facts?title)}"/>
  </xsl:template>
</xsl:stylesheet>
