<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Where the text comes from: the archives that keep its copies, and the volume that printed it. -->

  <!-- The described copies, in the header's order. -->
  <xsl:function name="f:descriptions" as="element(msDesc)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:witnesses($header)/descendant-or-self::msDesc"/>
  </xsl:function>

  <!--
    The archives, the copy that the text follows first:
      {siglum, repository, name, entry, identifiers, collections, shelfmark, country, region, settlement, form, text}
    `repository` is in the header's words, `name` the entry's full name; `text` is all of it in one line, as archives are cited.
  -->
  <xsl:function name="f:archives" as="map(xs:string, item()*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="f:descriptions($header)">
      <xsl:variable name="place" select="msIdentifier"/>
      <xsl:variable name="entry" select="$place/repository[1] ! f:entry(.)"/>
      <xsl:variable name="shelfmark" select="f:folded($place/idno[1])"/>
      <xsl:variable name="collections" select="$place/collection ! f:folded(.)"/>
      <xsl:sequence select="map{
        'siglum': f:folded(ancestor::witness[1]/@n),
        'repository': f:folded($place/repository[1]),
        'name': ($entry ! f:name(.), f:folded($place/repository[1]))[1],
        'entry': $entry ! string(@xml:id),
        'address': $entry ! f:absolute($f:places?entries?(string(@xml:id))),
        'identifiers': array{f:identifiers($entry)},
        'collections': array{$collections},
        'shelfmark': $shelfmark,
        'country': f:folded($place/country[1]),
        'region': f:folded($place/region[1]),
        'settlement': f:folded($place/settlement[1]),
        'form': f:folded(physDesc/objectDesc/@form),
        'text': string-join((f:folded($place/repository[1]), $collections, $shelfmark), ', ')[. ne '']}"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    The printed volume, where the header describes one:
      {series, subseries, volume, volumeNumber, volumeArabic, title, editors, place, publisher, issued, document, pages: {from, to, text}, identifiers, address, text}
    `volume` is in the header's words ("Volume XXXI"), `volumeNumber` what of it is the number as printed ("XXXI"), `volumeArabic` is @n ("31"). A year that the
    header does not give is empty.
  -->
  <xsl:function name="f:print-facts" as="map(xs:string, item()*)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="($header/fileDesc/sourceDesc/biblStruct[@type = 'printed'], $header/fileDesc/sourceDesc/biblStruct)[1]">
      <xsl:variable name="imprint" select="monogr/imprint"/>
      <xsl:variable name="scopes" select="$imprint/biblScope | monogr/biblScope"/>
      <xsl:variable name="volume" select="f:folded($scopes[@unit = 'volume'][1])"/>
      <xsl:variable name="pages" select="$scopes[@unit = 'page'][1]"/>
      <xsl:sequence select="map{
        'series': f:folded(series/title[1]),
        'subseries': f:folded(series/biblScope[1]),
        'volume': $volume,
        'volumeNumber': ($volume ! replace(., '^(vol(ume|\.)?|band|bd\.|tom[eo]) ', '', 'i'), f:folded($scopes[@unit = 'volume'][1]/@n))[1],
        'volumeArabic': f:folded($scopes[@unit = 'volume'][1]/@n),
        'title': f:folded(monogr/title[1]),
        'editors': array{monogr/editor/fp:holders(.)[f:is-someone(.)] ! f:party(.)},
        'place': f:folded($imprint/pubPlace[1]),
        'publisher': f:folded($imprint/publisher[1]),
        'issued': f:folded($imprint/date[1]/(@when, .)[1]),
        'document': f:folded($scopes[@unit = 'document'][1]/(@n, .)[1]),
        'pages': $pages ! map{'from': f:folded((@from, @n, .)[1]), 'to': f:folded((@to, @from, @n, .)[1]), 'text': f:folded(.)},
        'identifiers': array{f:identifiers(monogr)},
        'address': f:folded(ref[matches(@target, '^https?://')][1]/@target)}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
