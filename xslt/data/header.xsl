<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the header says of the document, for the site's lists and page heads. -->

  <xsl:function name="f:header" as="map(*)">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="statement" select="$header/fileDesc/titleStmt"/>
    <xsl:variable name="publication" select="$header/fileDesc/publicationStmt"/>
    <xsl:variable name="creation" select="$header/profileDesc/creation"/>
    <xsl:variable name="actions" select="$header/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="licence" select="$publication/availability/licence[1]"/>
    <xsl:sequence select="map{
      'id': f:document-id($header),
      'n': fp:text($header/../text/body/div[@type = 'document'][1]/@n),
      'matter': exists($header/../text/(front | back)[normalize-space() ne '']) and empty($header/../text/(body[normalize-space() ne ''] | group)),
      'language': fp:text(($header/../@xml:lang, $header/profileDesc/langUsage/language/@ident)[1]),
      'title': fp:text(($statement/title[@type = 'main'], $statement/title)[1]),
      'subtitle': fp:text($statement/title[@type = 'sub'][1]),
      'form': fp:text(fp:document-type($header)),
      'date': f:date-data(f:date-of-writing($header)),
      'sent': array{$actions[@type = 'sent']/(persName | orgName | name | rs) ! f:named(.)},
      'received': array{$actions[@type = 'received']/(persName | orgName | name | rs) ! f:named(.)},
      'places': array{($header/fileDesc/sourceDesc//origPlace, $creation/placeName, $actions[@type = 'sent']/placeName)[1] ! f:named(.)},
      'editors': array{($statement/editor | $header/fileDesc/seriesStmt/editor) ! normalize-space((persName, orgName, .)[1])[. ne '']},
      'email': fp:text($statement/editor/email[normalize-space() ne ''][1]),
      'edition': fp:text($header/fileDesc/editionStmt/edition[1]),
      'editionNumber': fp:text($header/fileDesc/editionStmt/edition[1]/@n),
      'editionDate': fp:text($header/fileDesc/editionStmt//date[1]/@when),
      'publisher': fp:text($publication/publisher[1]),
      'published': fp:text($publication/date[1]),
      'publishedOn': fp:text($publication/date[1]/@when),
      'identifier': fp:text(($publication/idno[@type = 'DOI'], $publication/idno[@type = 'URI'])[normalize-space() ne ''][1]),
      'address': $publication/idno[@type = 'URI'][matches(normalize-space(), '^https://[^/]')][1] ! (replace(normalize-space(), '/+$', '') || '/'),
      'licence': $licence ! map{'target': fp:text(@target[matches(., '^https?://')]), 'text': fp:text(.)},
      'rights': array{$publication/availability/p ! fp:text(.)},
      'status': fp:text($header/revisionDesc/@status),
      'changes': array{f:changes($header)},
      'prefixes': array{$header/encodingDesc/listPrefixDef//prefixDef
        ! map{'ident': string(@ident), 'pattern': string(@matchPattern), 'replacement': string(@replacementPattern)}}}"/>
  </xsl:function>

  <!-- The date of writing, from the first place of the header that states it. -->
  <xsl:function name="f:date-of-writing" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="(
      $header/profileDesc/creation/date,
      $header/fileDesc/sourceDesc//origDate,
      $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date)[1]"/>
  </xsl:function>

  <!-- The dated changes that the header tells of, the latest first, whichever way round the editor keeps them. -->
  <xsl:function name="f:changes" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="$header/revisionDesc//change[matches(@when, '^\d{4}')]">
      <xsl:sort select="@when" order="descending"/>
      <xsl:sequence select="map{'when': string(@when), 'text': normalize-space(.)}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:date-data" as="map(*)?">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="$date[exists(f:date-text(.))] ! map{'text': f:date-text(.), 'earliest': f:earliest(.), 'dating': f:dating(.), 'certainty': fp:text(@cert)}"/>
  </xsl:function>

  <xsl:function name="f:named" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="map{'text': normalize-space(f:name-words($name)), 'entry': f:entry-id($name)}"/>
  </xsl:function>

  <!-- The category of the document that its keywords name. -->
  <xsl:function name="fp:document-type" as="node()?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/profileDesc/(textClass/keywords/term[@ref], textClass/keywords/term)[1]"/>
  </xsl:function>

  <!-- Each run of white space as one space. Most texts have none to fold; a regular expression is dear in saxon-js, and so is translate(). -->
  <xsl:function name="fp:in-line" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (contains($text, '&#10;') or contains($text, '  ') or contains($text, '&#9;') or contains($text, '&#13;')) then replace($text, '\s+', ' ') else $text"/>
  </xsl:function>

  <!-- White space folded; an empty text is no text. -->
  <xsl:function name="fp:text" as="xs:string?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="normalize-space($nodes[1])[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
