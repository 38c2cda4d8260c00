<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Authority entries as data: names, dates, offices, identifiers with their addresses. -->

  <!--
    JSON: what a file without declarations of its own, such as an authority file, uses: [{ident,
    pattern, replacement}] of edition.xml.
  -->
  <xsl:param name="prefixes" as="xs:string" select="'[]'"/>
  <xsl:variable name="fp:prefixes" as="array(*)" select="parse-json($prefixes)"/>

  <xsl:function name="f:entries" as="map(*)*">
    <xsl:param name="file" as="element()"/>
    <xsl:sequence select="f:entry-elements($file) ! fp:entry(.)"/>
  </xsl:function>

  <xsl:function name="fp:entry" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" select="f:name($entry)"/>
    <xsl:variable name="sort-name" select="f:sort-name($entry)"/>
    <xsl:sequence select="map{
      'id': string($entry/@xml:id),
      'kind': f:kind($entry),
      'type': fp:text($entry/@type),
      'name': $name,
      'addressName': $name,
      'sortName': $sort-name,
      'filedAs': f:filing-name($entry),
      'group': (),
      'names': array{f:names($entry)[normalize-space() ne ''] ! fp:name-data(.)},
      'birth': fp:life-date($entry/birth[1]),
      'death': fp:life-date($entry/death[1]),
      'offices': array{$entry/(state | occupation) ! map{'runs': array{fp:runs((desc, .)[1])},
      'dating': f:dating(.)}},
      'affiliations': array{$entry/affiliation ! map{'runs': array{if (@ref) then f:named(.)
      else fp:runs(.)}, 'dating': f:dating(.)}},
      'descriptions': array{
        $entry/(desc | gloss | note | catDesc/gloss)[normalize-space() ne '']
        ! map{'runs': array{fp:runs(.)}},
        fp:words-after($entry) ! map{'runs': array{map{'text': ., 'entry': ()}}}},
      'within': array{$entry/(country | region | settlement | location/(country | region
      | settlement)) ! f:named(.)},
      'coordinates': (f:point($entry), fp:text(($entry/location/geo[normalize-space() ne
      ''])[1]))[1],
      'identifiers': array{$entry/idno[normalize-space() ne ''] ! fp:entry-identifier(.)},
      'pointers': array{($entry/@sameAs, f:names($entry)/(@ref | @sameAs)) ! fp:outside(.)}}"/>
  </xsl:function>

  <!-- Addresses in authority files to which an entry, or its name, refers. -->
  <xsl:function name="fp:outside" as="xs:string*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:sequence select="
      for $pointer in tokenize($pointers)[contains(., ':')] return (
      f:expanded(substring-before($pointer, ':'), substring-after($pointer, ':'), $pointers/..)[1],
      $pointer)[1]"/>
  </xsl:function>

  <xsl:function name="fp:name-data" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="map{
      'text': normalize-space(f:name-words($name)), 'type': fp:text($name/@type),
      'language': fp:text($name/@xml:lang[. castable as xs:language]),
      'given': string-join($name/forename ! normalize-space(.), ' ')[. ne ''],
      'family': string-join($name/surname ! normalize-space(.), ' ')[. ne '']}"/>
  </xsl:function>

  <xsl:function name="fp:life-date" as="map(*)?">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="words" select="$date ! string-join(text() ! normalize-space(.)[. ne ''],
      ' ')[. ne '']"/>
    <xsl:variable name="dating" select="$date ! f:dating(.)"/>
    <xsl:sequence select="$date[exists($words) or exists($dating)] ! map{
      'words': $words, 'dating': $dating, 'when': fp:text(@when),
      'limits': array{((@notBefore, @from)[1], (@notAfter, @to)[1]) ! string(.)},
      'note': fp:text(note[1])}"/>
  </xsl:function>

  <!-- In a published volume's list the description follows the name: "PO, Post Office". -->
  <xsl:function name="fp:words-after" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="words" select="string-join($entry[self::persName
      or self::term]/following-sibling::node()[not(self::comment())])"/>
    <xsl:sequence select="$words[. ne ''] ! replace(normalize-space(.), '^[,;:]\s*', '')[. ne '']"/>
  </xsl:function>

  <!-- Words with their references, so that a description can link to other entries. -->
  <xsl:function name="fp:runs" as="map(*)*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/node()[self::* or self::text()]">
      <xsl:variable name="text" select="fp:in-line(string(.))"/>
      <xsl:if test="$text ne ''">
        <xsl:sequence select="map{'text': $text, 'entry': self::* ! f:entry-id(.)}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:entry-identifier" as="map(*)">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="type" select="string($idno/@type)"/>
    <xsl:variable name="value" select="normalize-space($idno)"/>
    <xsl:variable name="declared" select="$fp:prefixes?*[?ident eq $type][matches($value, '^('
      || ?pattern || ')$')][1]"/>
    <xsl:sequence select="map{
      'type': $type,
      'value': $value,
      'address': (
        f:prefixed-address($type, $value, $idno),
        $declared ! replace($value, '^' || ?pattern || '$', ?replacement)[matches(., '^https?://')],
        $value[matches(., '^https?://')])[1]}"/>
  </xsl:function>
</xsl:stylesheet>
