<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" xmlns:m="urn:siglum:mode"
  default-mode="m:data" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The facts of the header for the site's lists and page heads. ../lib/header/header.xsl reads
    them.
  -->

  <xsl:function name="f:header" as="map(*)">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="file" select="$header/fileDesc"/>
    <xsl:variable name="publication" select="$file/publicationStmt"/>
    <xsl:variable name="sent" select="h:persons(h:parties(h:correspondence($header, 'sent')))"/>
    <xsl:variable name="texts" select="$header/../text"/>
    <xsl:sequence select="map{
      'id': f:document-id($header),
      'n': h:number($header),
      'matter': exists($texts/(front | back)[normalize-space() ne ''])
        and empty($texts/(body[normalize-space() ne ''] | group)),
      'language': ($header/../@xml:lang[. castable as xs:language] ! string(.),
        h:languages($header))[1],
      'title': h:line(h:title($header)),
      'subtitle': h:subtitle($header),
      'form': h:line(h:genre($header)),
      'subject': f:subject($texts),
      'pages': f:printed-pages($header, $texts),
      'date': f:date-data(h:date($header)),
      'authors': array{h:authors($header)[empty($sent)] ! f:named(.)},
      'sent': array{$sent ! f:named(.)},
      'received': array{h:persons(h:parties(h:correspondence($header, 'received')))
        ! f:named(.)},
      'places': array{h:place($header) ! f:named(.)},
      'editors': array{h:editors($header) ! h:line((persName, orgName, .)[1])},
      'email': h:line($file/titleStmt/editor/email[normalize-space() ne ''][1]),
      'edition': h:line($file/editionStmt/edition[1]),
      'editionNumber': h:line($file/editionStmt/edition[1]/@n),
      'editionDate': h:line($file/editionStmt/descendant::date[1]/@when),
      'publisher': h:publishers($header)[1],
      'published': h:line($publication/date[1]),
      'publishedOn': h:line($publication/date[1]/@when),
      'identifier': (h:line(h:identifiers($header, 'doi')), h:uri($header))[1],
      'address': h:uri($header)[matches(., '^https://[^/]')] ! (replace(., '/+$', '') || '/'),
      'licence': h:licence($header)
        ! map{'target': fp:text(@target[matches(., '^https?://')]), 'text': h:line(.)},
      'rights': array{h:rights($header)},
      'status': h:line($header/revisionDesc/@status),
      'changes': array{
        h:changes($header) ! map{'when': string(@when), 'text': normalize-space(.)}},
      'prefixes': array{$header/encodingDesc/listPrefixDef/descendant::prefixDef ! map{
        'ident': string(@ident), 'pattern': string(@matchPattern),
        'replacement': string(@replacementPattern)}}}"/>
  </xsl:function>

  <xsl:function name="f:date-data" as="map(*)?">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="$date[exists(f:date-text(.))] ! map{
      'text': f:date-text(.), 'earliest': f:earliest(.), 'dating': f:dating(.),
      'certainty': fp:text(@cert)}"/>
  </xsl:function>

  <xsl:function name="f:named" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="map{'text': f:words($name), 'entry': f:entry-id($name)}"/>
  </xsl:function>

  <!--
    Each sequence of white space as one space. Most texts have none to fold; a regular expression is
    slow in saxon-js, and so is translate().
  -->
  <xsl:function name="fp:in-line" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      if (contains($text, '&#10;') or contains($text, '  ') or contains($text, '&#9;')
        or contains($text, '&#13;'))
      then replace($text, '\s+', ' ') else $text"/>
  </xsl:function>

  <!-- White space folded; an empty text counts as missing. -->
  <xsl:function name="fp:text" as="xs:string?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="normalize-space($nodes[1])[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
