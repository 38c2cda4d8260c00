<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    A TEI document as the parts of a web page.

    Takes one TEI document. Returns JSON with strings of HTML, for the site's layouts to place:
      heading      the document's heading (h1), or an empty string
      text         the reading text
      notes        the notes that the text refers to, as list items
      noteCount    how many they are
      notesFit     whether they have room beside the text
      apparatus    the readings of other witnesses, as list items
      witnesses    the witnesses with their descriptions, as rows of a description list
      witnessWords the heading above them
      readable     [{n, siglum}]: the witnesses with readings that can be shown in the text
      record       what the header tells: sender, date, witnesses, status
      unforeseen   [{element, count, id}]: elements that no template knows; they are shown,
      and reported to the editor
    In the mode m:parts instead: [{type, id, heading, html}] for each division of the body,
    for the edition's own pages of prose, and for its list of literature.
  -->
  <xsl:include href="../lib/addresses/anchors.xsl"/>
  <xsl:include href="../lib/addresses/node-numbers.xsl"/>
  <xsl:include href="../lib/text/blocks.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/directions.xsl"/>
  <xsl:include href="../lib/text/divisions.xsl"/>
  <xsl:include href="../lib/entries/entries.xsl"/>
  <xsl:include href="../lib/header/header.xsl"/>
  <xsl:include href="../lib/entries/index-ids.xsl"/>
  <xsl:include href="../lib/text/notes.xsl"/>
  <xsl:include href="../lib/text/printed.xsl"/>
  <xsl:include href="../lib/text/signs.xsl"/>
  <xsl:include href="../lib/text/speakers.xsl"/>
  <xsl:include href="../lib/strings.xsl"/>
  <xsl:include href="../lib/addresses/targets.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="../lib/header/witnesses.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/rendition.xsl"/>
  <xsl:include href="genres/verse.xsl"/>
  <xsl:include href="genres/drama.xsl"/>
  <xsl:include href="genres/dictionary.xsl"/>
  <xsl:include href="text/headings.xsl"/>
  <xsl:include href="text/lists.xsl"/>
  <xsl:include href="text/tables.xsl"/>
  <xsl:include href="text/notes.xsl"/>
  <xsl:include href="text/returns.xsl"/>
  <xsl:include href="text/pages.xsl"/>
  <xsl:include href="text/inline.xsl"/>
  <xsl:include href="names/entities.xsl"/>
  <xsl:include href="header/sources.xsl"/>
  <xsl:include href="text/references.xsl"/>
  <xsl:include href="editorial/annotations.xsl"/>
  <xsl:include href="editorial/editorial.xsl"/>
  <xsl:include href="header/manuscripts.xsl"/>
  <xsl:include href="names/named-lists.xsl"/>
  <xsl:include href="genres/epigraphy.xsl"/>
  <xsl:include href="editorial/witness-gaps.xsl"/>
  <xsl:include href="editorial/witnesses.xsl"/>
  <xsl:include href="editorial/apparatus.xsl"/>
  <xsl:include href="editorial/attribution.xsl"/>
  <xsl:include href="editorial/readings.xsl"/>
  <xsl:include href="text/figures.xsl"/>
  <xsl:include href="text/surfaces.xsl"/>
  <xsl:include href="genres/notations.xsl"/>
  <xsl:include href="genres/speech.xsl"/>
  <xsl:include href="header/descriptions.xsl"/>
  <xsl:include href="header/header.xsl"/>
  <xsl:include href="header/header-rest.xsl"/>
  <xsl:include href="header/described.xsl"/>
  <xsl:include href="genres/letter-list.xsl"/>
  <xsl:include href="header/printed.xsl"/>
  <xsl:include href="unforeseen.xsl"/>
  <xsl:include href="numbers.xsl"/>

  <xsl:output method="json" indent="no"/>

  <!--
    Text is copied unchanged; comments and processing instructions are omitted. Elements: see
    unforeseen.xsl.
  -->
  <xsl:mode name="m:text" on-no-match="text-only-copy" warning-on-multiple-match="no"
    use-accumulators="m:number m:missing"/>
  <xsl:mode name="m:parts" on-no-match="shallow-skip" use-accumulators="m:number"/>

  <xsl:template match="/">
    <xsl:variable name="text" as="node()*">
      <xsl:sequence select="fp:directed(f:texts(.))"/>
      <xsl:sequence select="f:letter-list(f:file-header(.))"/>
      <!-- The transcription by surfaces beside an edited text. -->
      <xsl:for-each select="TEI/sourceDoc[../text],
        TEI/facsimile[../text][normalize-space() ne '']">
        <section class="division source-transcription">
          <h2 class="added">{f:say(if (self::facsimile) then 'pictures-described'
            else 'source-transcription')}</h2>
          <xsl:apply-templates select="."/>
        </section>
      </xsl:for-each>
      <xsl:sequence select="f:annotations(.)"/>
    </xsl:variable>
    <xsl:variable name="heading" as="node()*" select="fp:heading()"/>
    <xsl:variable name="notes" as="node()*">
      <xsl:apply-templates mode="m:endnote" select="$f:endnotes"/>
    </xsl:variable>
    <xsl:variable name="apparatus" as="node()*">
      <xsl:apply-templates mode="m:apparatus" select="$f:apparatus"/>
    </xsl:variable>
    <xsl:variable name="witnesses" as="node()*">
      <xsl:apply-templates mode="m:witness" select="f:described-witnesses()"/>
    </xsl:variable>
    <xsl:variable name="record" as="node()*">
      <xsl:apply-templates mode="m:record" select="f:file-header(.)"/>
    </xsl:variable>
    <xsl:variable name="page" select="$heading, $text, $notes, $apparatus, $record"/>
    <xsl:variable name="html" as="map(*)" select="map{
      'heading': fp:html($heading),
      'text': fp:html($text),
      'notes': fp:html(f:without-dead-returns($notes, $page)),
      'apparatus': fp:html(f:without-dead-returns($apparatus, $page)),
      'record': fp:html($record)}"/>
    <xsl:sequence select="map{
      'heading': $html?heading,
      'text': $html?text,
      'notes': $html?notes,
      'noteCount': count($f:endnotes),
      'notesFit': f:notes-fit(f:texts(.)),
      'apparatus': $html?apparatus,
      'witnesses': fp:html($witnesses),
      'witnessWords': f:say(if (f:is-sole-source()) then 'record.source' else 'witnesses'),
      'readable': array{f:selectable-witnesses()},
      'record': $html?record,
      'unforeseen': if (contains(string-join($html?*), ' data-tei=')) then f:unforeseen(($heading,
      $text, $notes, $apparatus, $record)) else []}"/>
  </xsl:template>

  <xsl:template mode="m:parts" match="/">
    <xsl:variable name="parts" as="map(*)*">
      <xsl:apply-templates mode="m:parts" select="TEI/text/body/div,
        (TEI/standOff/listBibl[@type = 'literature'])[1]"/>
    </xsl:variable>
    <xsl:sequence select="array{$parts}"/>
  </xsl:template>

  <!-- The list of literature is a page of its own. -->
  <xsl:template mode="m:parts" match="listBibl" as="map(*)">
    <xsl:variable name="html" as="node()*">
      <xsl:apply-templates select="(., following-sibling::listBibl[@type = 'literature'])
        /(node() except head[1])"/>
    </xsl:variable>
    <xsl:sequence select="map{
      'type': 'literature',
      'id': string(@xml:id),
      'heading': string((head[1] ! normalize-space(.), f:say('literature'))[1]),
      'html': '&lt;div class=&quot;literature&quot;>' || fp:html($html) || '&lt;/div>'}"/>
  </xsl:template>

  <xsl:template mode="m:parts" match="div" as="map(*)">
    <xsl:variable name="html" as="node()*">
      <xsl:apply-templates select="node() except head[1]">
        <xsl:with-param name="in-part" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="map{
      'type': string(@type),
      'id': string(@xml:id),
      'heading': normalize-space(head[1]),
      'html': fp:html($html)}"/>
  </xsl:template>

  <!-- If a file is written from right to left, the whole text is. -->
  <xsl:function name="fp:directed" as="node()*">
    <xsl:param name="texts" as="element()*"/>
    <xsl:variable name="language" select="$texts[1]
      ! f:file(.)/@xml:lang[f:direction(.) eq 'rtl']"/>
    <xsl:choose>
      <xsl:when test="$language">
        <div class="leftward" dir="rtl" lang="{$language}"><xsl:apply-templates
          select="$texts"/></div>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$texts"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:heading" as="node()*">
    <xsl:apply-templates mode="m:heading" select="$f:title-heading"/>
  </xsl:function>

  <xsl:function name="fp:html" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="serialize($nodes, map{'method': 'html', 'html-version': 5.0,
      'indent': false()})"/>
  </xsl:function>
</xsl:stylesheet>
