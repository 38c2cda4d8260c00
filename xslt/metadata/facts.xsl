<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What every format of metadata is made from: the facts of one document, and of the edition, each read from its TEI in one place.

    f:document-facts(TEI) and f:edition-facts(TEI) give all of them; the functions that they are made of are public too. What a file does not
    say is the empty sequence, in JSON null or an empty array; nothing is made up in its place. pipeline/transform/metadata.ts gives
    the types. Further modules: people.xsl (parties), dating.xsl (dates), keeping.xsl (archives, the printed source).
  -->
  <xsl:include href="people.xsl"/>
  <xsl:include href="dating.xsl"/>
  <xsl:include href="keeping.xsl"/>

  <!-- The edition's facts, as f:edition-facts gives them, as JSON or as a map; an empty object while edition.xml itself is read. -->
  <xsl:param name="edition" as="item()" select="'{}'"/>
  <xsl:variable name="f:edition" as="map(*)" select="if ($edition instance of map(*)) then $edition else parse-json($edition)"/>

  <!--
    JSON: where the files are, by their paths from the top of the site: {"page": "documents/d149.html", "tei": "documents/d149.xml", "entries":
    {"p_read": "persons/benjamin-h-read.html"}}.
  -->
  <xsl:param name="places" as="xs:string" select="'{}'"/>
  <xsl:variable name="f:places" as="map(*)" select="parse-json($places)"/>

  <xsl:function name="f:document-facts" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:sequence select="map{
      'id': f:id($tei),
      'path': string($f:places?page),
      'n': f:number($tei),
      'title': f:title($header),
      'subtitle': f:subtitle($header),
      'form': f:form($header),
      'genre': f:genre($header),
      'authors': array{f:authors($header)},
      'senders': array{f:senders($header)},
      'recipients': array{f:recipients($header)},
      'editors': array{f:editors($header)},
      'contributors': array{f:contributors($header)},
      'corresponds': exists($header/profileDesc/correspDesc),
      'date': f:date-facts(f:document-date($header)),
      'place': f:place-facts(f:origin-place($header)),
      'print': f:print-facts($header),
      'archives': array{f:archives($header)},
      'licence': f:licence($header),
      'rights': array{f:rights($header)},
      'status': f:folded($header/revisionDesc/@status),
      'languages': array{f:languages($tei)},
      'version': f:version($header),
      'issued': f:issued($header),
      'publisher': f:folded($header/fileDesc/publicationStmt/publisher[1]),
      'doi': f:doi($header),
      'uri': f:uri($header),
      'address': f:absolute($f:places?page),
      'teiAddress': f:absolute($f:places?tei),
      'named': array{f:named-entries($tei)},
      'abstract': f:folded($header/profileDesc/abstract),
      'extent': f:folded($header/fileDesc/extent/measure[1])}"/>
  </xsl:function>

  <!-- Of edition.xml. `documents`, where the parameter has them, are no part of it. -->
  <xsl:function name="f:edition-facts" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:sequence select="map{
      'id': string($tei/@xml:id),
      'title': f:title($header),
      'subtitle': f:subtitle($header),
      'editors': array{f:editors($header)},
      'contributors': array{f:contributors($header)},
      'print': f:print-facts($header),
      'licence': f:licence($header),
      'rights': array{f:rights($header)},
      'status': f:folded($header/revisionDesc/@status),
      'languages': array{f:languages($tei)},
      'version': f:version($header),
      'issued': f:issued($header),
      'publisher': f:folded($header/fileDesc/publicationStmt/publisher[1]),
      'place': f:folded($header/fileDesc/publicationStmt/pubPlace[1]),
      'doi': f:doi($header),
      'uri': f:uri($header),
      'address': f:edition-address($header),
      'abstract': f:folded(($header/profileDesc/abstract, $header/encodingDesc/projectDesc)[1])}"/>
  </xsl:function>

  <!-- Its own; of a file without one its name, which its page has too. -->
  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="string(($tei/@xml:id, tokenize($f:places?page, '/')[last()] ! replace(., '\.html$', ''))[1])"/>
  </xsl:function>

  <!-- The number that the printed volume gives the document. -->
  <xsl:function name="f:number" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="f:folded($tei/text/body/div[@type = 'document'][1]/@n)"/>
  </xsl:function>

  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="titles" select="$header/fileDesc/titleStmt/title"/>
    <xsl:sequence select="string((f:folded(($titles[@type = 'main'], $titles)[1]), $header/../@xml:id)[1])"/>
  </xsl:function>

  <xsl:function name="f:subtitle" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded($header/fileDesc/titleStmt/title[@type = 'sub'][1])"/>
  </xsl:function>

  <!-- What kind of text it is, by its keywords: "Memorandum of Conversation". -->
  <xsl:function name="f:genre" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded($header/profileDesc/(textClass/keywords/term[@ref], textClass/keywords/term))"/>
  </xsl:function>

  <!-- What the copy is, by the description of the first witness: `typescript`. -->
  <xsl:function name="f:form" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded((f:descriptions($header)/physDesc/objectDesc/@form)[1])"/>
  </xsl:function>

  <xsl:function name="f:licence" as="map(*)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/fileDesc/publicationStmt/availability/licence[1]
      ! map{'target': f:folded(@target[matches(., '^https?://')]), 'text': f:folded(.)}"/>
  </xsl:function>

  <!-- What the header says of the rights in the source, in its own paragraphs. -->
  <xsl:function name="f:rights" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/fileDesc/publicationStmt/availability/p ! f:folded(.)"/>
  </xsl:function>

  <!-- BCP 47; the language of the text first. -->
  <xsl:function name="f:languages" as="xs:string*">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="distinct-values(($tei/text/@xml:lang, $tei/@xml:lang, $tei/teiHeader/profileDesc/langUsage/language/@ident) ! string(.))"/>
  </xsl:function>

  <!-- "0.1.0". -->
  <xsl:function name="f:version" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded($header/fileDesc/editionStmt/edition[1]/@n)"/>
  </xsl:function>

  <!-- When the edition was published: a W3C date. -->
  <xsl:function name="f:issued" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="date" select="$header/fileDesc/publicationStmt/date[1]"/>
    <xsl:sequence select="f:folded(($date/@when, $header/fileDesc/editionStmt/edition/date/@when, $date)[1])[matches(., '^[0-9]{4}(-[0-9][0-9]){0,2}$')]"/>
  </xsl:function>

  <!-- `10.5281/zenodo.1234`, however it is written. -->
  <xsl:function name="f:doi" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="doi" select="f:folded($header/fileDesc/publicationStmt/idno[lower-case(@type) = 'doi'][1])"/>
    <xsl:sequence select="$doi ! replace(., '^(https?://(dx\.)?doi\.org/|doi: ?)', '', 'i')[matches(., '^10\.[0-9]{4,9}/[^ ]+$')]"/>
  </xsl:function>

  <!-- The identifier that the file gives itself: an address, or a urn. -->
  <xsl:function name="f:uri" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded($header/fileDesc/publicationStmt/idno[@type = 'URI'][1])"/>
  </xsl:function>

  <!-- Where the edition is on the web, with a slash at its end; empty where it is not. -->
  <xsl:function name="f:edition-address" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:uri($header)[matches(., '^https://[^/]')] ! (replace(., '/+$', '') || '/')"/>
  </xsl:function>

  <!-- The address of a path from the top of the site; empty where the edition has none. -->
  <xsl:function name="f:absolute" as="xs:string?">
    <xsl:param name="path" as="xs:string?"/>
    <xsl:sequence select="$f:edition?address[exists($path)] ! (. || iri-to-uri($path))"/>
  </xsl:function>

  <!-- The entries that the text names, each once, in the order of the text. -->
  <xsl:function name="f:named-entries" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="pointers" select="distinct-values(f:texts($tei) ! descendant::*/@ref) ! tokenize(.)"/>
    <xsl:for-each select="distinct-values($pointers[starts-with(., '#')])">
      <xsl:sequence select="key('entry', substring(., 2), root($tei))[1] ! f:entry-facts(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A person, organization, place or term with its identifiers. -->
  <xsl:function name="f:entry-facts" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="map{
      'id': string($entry/@xml:id),
      'kind': f:kind($entry),
      'name': f:name($entry),
      'address': f:absolute($f:places?entries?(string($entry/@xml:id))),
      'identifiers': array{f:identifiers($entry)}}"/>
  </xsl:function>

  <!-- The typed identifiers of an entry; an address only where the header declares how the type becomes one. -->
  <xsl:function name="f:identifiers" as="map(*)*">
    <xsl:param name="entry" as="element()?"/>
    <xsl:for-each select="$entry/idno[@type][normalize-space() ne '']">
      <xsl:variable name="value" select="normalize-space()"/>
      <xsl:sequence select="map{
        'type': string(@type),
        'value': $value,
        'address': if (starts-with($value, 'https://') or starts-with($value, 'http://')) then $value else f:prefixed-address(@type, $value, .)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- On one line; an empty text is no text. -->
  <xsl:function name="f:folded" as="xs:string?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="f:line($nodes[1])[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
