<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" xmlns:m="urn:siglum:mode"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The sources of the text: the archives of its copies, and the volume that printed it. -->

  <!-- The described copies, in the header's order. -->
  <xsl:function name="f:descriptions" as="element(msDesc)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:witnesses($header)/descendant-or-self::msDesc"/>
  </xsl:function>

  <!--
    The archives, the copy that the text follows first:
      {siglum, repository, name, entry, identifiers, collections, shelfmark, country, region,
      settlement, form, text}
    `repository` is in the header's words, `name` the entry's full name; `text` is all of it in one
    line, as archives are cited.
  -->
  <xsl:function name="f:archives" as="map(*)*">
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
        'identifiers': array{f:identifiers($entry)},
        'collections': array{$collections},
        'shelfmark': $shelfmark,
        'country': f:folded($place/country[1]),
        'region': f:folded($place/region[1]),
        'settlement': f:folded($place/settlement[1]),
        'form': f:folded(physDesc/objectDesc/@form),
        'text': string-join((f:folded($place/repository[1]), $collections, $shelfmark),
          ', ')[. ne '']}"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    The printed volume, where the header describes one:
      {whole, series, subseries, volume, volumeNumber, volumeArabic, title, editors, place,
      publisher, issued, document, pages: {from, to, text}, identifiers, address}
    `whole` is the title by which the volume is known where that says more than `title`; `volume` is
    in the header's words ("Volume XXXI"), `volumeNumber` what of it
    is the number as printed ("XXXI"), `volumeArabic` is @n ("31"). A year that the header does not
    give is empty. It is described by biblStruct, by biblFull, or by
    bibl whose parts are marked (TEI Guidelines 3.12.2, 2.2.7); of several the one that is called
    printed.
  -->
  <xsl:function name="f:print-facts" as="map(*)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="prints" select="$header/fileDesc/sourceDesc/(biblStruct
      | biblFull[titleStmt/title[normalize-space() ne '']]
      | bibl[title[normalize-space() ne '']])"/>
    <xsl:apply-templates mode="m:print"
      select="($prints[@type = 'printed'], $prints[self::biblStruct], $prints)[1]"/>
  </xsl:function>

  <xsl:mode name="m:print" on-no-match="shallow-skip"/>

  <xsl:template mode="m:print" match="biblStruct" as="map(*)">
    <xsl:variable name="imprint" select="monogr/imprint"/>
    <xsl:variable name="scopes" select="$imprint/biblScope | monogr/biblScope"/>
    <xsl:sequence select="map:merge((
      fp:scope-facts($scopes),
      map{
        'whole': (),
        'series': f:folded(series/title[1]),
        'subseries': f:folded(series/biblScope[1]),
        'title': f:folded(monogr/title[1]),
        'editors': fp:print-editors(monogr/editor),
        'journal': exists(monogr/title[@level = 'j']),
        'place': f:folded($imprint/pubPlace[1]),
        'publisher': f:folded($imprint/publisher[1]),
        'issued': fp:print-date($imprint/date[1]),
        'identifiers': array{f:identifiers(monogr)},
        'address': fp:web-address((ref/@target, monogr/idno))}))"/>
  </xsl:template>

  <!--
    A description in the form of a header. Titles are distinguished by their types or levels; the
    parts of a title that is complete in itself come before it. If this file is a part of it, its
    own header states which: seriesStmt, with the volume's title, number and pages; the number is
    that of the text, too.
  -->
  <xsl:template mode="m:print" match="biblFull" as="map(*)">
    <xsl:variable name="titles" select="titleStmt/title[normalize-space() ne '']"/>
    <xsl:variable name="whole" select="
        ($titles[@type = 'complete'], $titles[@type = 'main'], $titles[not(@level = 's')],
          $titles)[1]"/>
    <xsl:variable name="header" select="ancestor::teiHeader[1]"/>
    <xsl:variable name="part"
      select="$header/fileDesc/seriesStmt[title ! f:folded(.) = f:folded($whole)]"/>
    <xsl:variable name="scopes" select="
        seriesStmt/biblScope[@unit = 'volume'] | $titles[@type = 'volumenumber']
          | $part/biblScope[@unit = ('document', 'page')]"/>
    <xsl:variable name="facts" select="fp:scope-facts($scopes)"/>
    <xsl:variable name="sub" select="f:folded($titles[@type = 'sub'][not(. is $whole)][1])"/>
    <xsl:sequence select="map:merge((
      $facts,
      map{
        'whole': string-join((f:folded($whole), $sub), ': '),
        'series': f:folded(($titles[@type = 'series' or @level = 's'],
          seriesStmt/title[normalize-space() ne ''])[1]),
        'subseries': f:folded($titles[@type = 'subseries'][1]),
        'title': (f:folded($titles[@type = 'volume'][1]), string-join((f:folded($whole), $sub),
          ': '))[1],
        'editors': fp:print-editors(titleStmt/editor),
        'journal': false(),
        'place': f:folded(publicationStmt/pubPlace[1]),
        'publisher': f:folded(publicationStmt/publisher[1]),
        'issued': fp:print-date(publicationStmt/date[1]),
        'document': ($facts?document, $header[parent::TEI] ! h:number(.))[1],
        'identifiers': array{f:identifiers(publicationStmt)},
        'address': fp:web-address(publicationStmt/(idno | ptr/@target | ref/@target))}),
          map{'duplicates': 'use-last'})"/>
  </xsl:template>

  <!--
    A title of an article or a letter (level a) is that of the text, not of the work around it.
  -->
  <xsl:template mode="m:print" match="bibl" as="map(*)">
    <xsl:variable name="titles" select="title[normalize-space() ne '']"/>
    <xsl:variable name="title"
      select="($titles[@level = ('m', 'j')], $titles[not(@level = ('a', 's'))], $titles)[1]"/>
    <xsl:sequence select="map:merge((
      fp:scope-facts(biblScope),
      map{
        'whole': (),
        'series': f:folded((series/title, $titles[@level = 's'][not(. is $title)])[1]),
        'subseries': (),
        'title': f:folded($title),
        'editors': fp:print-editors(editor),
        'journal': exists($title[@level = 'j']),
        'place': f:folded(pubPlace[1]),
        'publisher': f:folded(publisher[1]),
        'issued': fp:print-date(date[1]),
        'identifiers': array{f:identifiers(.)},
        'address': fp:web-address((ref/@target, ptr/@target, idno))}))"/>
  </xsl:template>

  <!-- Which volume, document and pages. -->
  <xsl:function name="fp:scope-facts" as="map(*)">
    <xsl:param name="scopes" as="element()*"/>
    <xsl:variable name="volume" select="$scopes[@unit = 'volume' or @type = 'volumenumber'][1]"/>
    <xsl:variable name="pages" select="$scopes[@unit = ('page', 'pages', 'pp')][1]"/>
    <xsl:sequence select="map{
      'volume': f:folded($volume),
      'volumeNumber': (f:folded($volume) ! replace(., '^(vol(ume|\.)?|band|bd\.|tom[eo]) ', '',
        'i'), f:folded($volume/@n))[1],
      'volumeArabic': f:folded($volume/@n),
      'issue': f:folded($scopes[@unit = ('issue', 'number')][1]/(@n, .)[1]),
      'document': f:folded($scopes[@unit = 'document'][1]/(@n, .)[1]),
      'pages': $pages ! fp:page-range(.)}"/>
  </xsl:function>

  <!--
    From its attributes, else from its words "5-9". Each attribute is a step of its own: a step with
    several returns them in document order.
  -->
  <xsl:function name="fp:page-range" as="map(*)?">
    <xsl:param name="pages" as="element()"/>
    <xsl:variable name="words" select="f:folded($pages)"/>
    <xsl:variable name="range" select="
      $words[matches(., '^[0-9]+ ?[-–] ?[0-9]+$')] ! tokenize(., ' ?[-–] ?')"/>
    <xsl:variable name="from" select="
      (($pages/@from, $pages/@n) ! f:folded(.), $range, $words)[1]"/>
    <xsl:sequence select="$from ! map{
      'from': ., 'to': ($pages/@to ! f:folded(.), $range[2], .)[1],
      'text': (string-join($range, '–')[. ne ''], $words)[1]}"/>
  </xsl:function>

  <xsl:function name="fp:print-editors" as="array(*)">
    <xsl:param name="editors" as="element(editor)*"/>
    <xsl:sequence select="array{$editors ! h:persons(h:names(.)) ! f:party(.)}"/>
  </xsl:function>

  <!-- From @when; for a date in words its year. -->
  <xsl:function name="fp:print-date" as="xs:string?">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="
        (f:folded($date/@when), analyze-string($date, '[0-9]+')/*:match[string-length(.) eq 4]
          ! string(.))[1]"/>
  </xsl:function>

  <xsl:function name="fp:web-address" as="xs:string?">
    <xsl:param name="addresses" as="node()*"/>
    <xsl:sequence select="($addresses ! f:folded(.))[matches(., '^https?://[^ ]+$')][1]"/>
  </xsl:function>
</xsl:stylesheet>
