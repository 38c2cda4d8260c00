<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the records say of one document, in short, since the records of an edition are made from those of all its documents. -->

  <xsl:function name="f:document-summary" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:variable name="publication" select="$header/fileDesc/publicationStmt"/>
    <xsl:variable name="date" select="f:date-facts(f:document-date($header))"/>
    <xsl:sequence select="map{
      'id': string($tei/@xml:id),
      'title': f:stated-title($header),
      'language': f:languages($tei)[1],
      'authors': array{f:agents($header/fileDesc/titleStmt/author)},
      'publisher': f:folded($publication/publisher[1]),
      'published': f:published($header),
      'uri': f:uri($header),
      'licence': f:licence($header)?target,
      'form': f:genre($header),
      'first': $date?start,
      'last': $date?end,
      'printed': array{f:printed-source($header)},
      'archives': array{f:archives($header)?text},
      'repositories': array{f:archives($header)?name},
      'application': $header/encodingDesc/appInfo/application[1] ! map{'name': f:folded((label, @ident)[1]), 'version': f:folded(@version)},
      'named': array{$tei/standOff//(person | org | place)[@xml:id][f:names(.)] ! fp:subject-entry(.)[exists((.?uri, .?latitude))]}}"/>
  </xsl:function>

  <!-- The title where the header has one. -->
  <xsl:function name="f:stated-title" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="titles" select="$header/fileDesc/titleStmt/title"/>
    <xsl:sequence select="f:folded(($titles[@type = 'main'], $titles[not(@type = 'sub')])[1])"/>
  </xsl:function>

  <!-- The day that the publication statement gives; a repository takes no other date for it. -->
  <xsl:function name="f:published" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded(($header/fileDesc/publicationStmt/date/@when)[1])"/>
  </xsl:function>

  <!--
    The printed source: how it is cited, and where it stands on the web: {citation, address, doi, isbn, volume}. `volume`: the same of the volume as a whole, which its
    documents have in common.
  -->
  <xsl:function name="f:printed-source" as="map(*)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="f:print-facts($header)">
      <xsl:variable name="isbns" select=".?identifiers?*[starts-with(lower-case(.?type), 'isbn')]?value ! translate(., '- ', '')"/>
      <xsl:variable name="identified" select="map{
        'doi': .?identifiers?*[lower-case(.?type) eq 'doi'][1]?value,
        'isbn': ($isbns[matches(., '^97[89][0-9]{10}$')], $isbns[matches(., '^[0-9]{9}[0-9X]$')])[1]}"/>
      <xsl:variable name="whole" select="map:remove(., ('document', 'pages'))"/>
      <xsl:sequence select="map:merge(($identified, map{
        'citation': f:print-text(.),
        'address': .?address,
        'volume': map:merge(($identified, map{'citation': f:print-text($whole), 'address': ()}))}))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A person, organization or place that the document carries, as a subject; with its point where it is on the map. -->
  <xsl:function name="fp:subject-entry" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="point" select="tokenize(f:point($entry)) ! xs:decimal(.)"/>
    <xsl:variable name="ids" select="f:addressed($entry/idno)"/>
    <xsl:sequence select="map{
      'id': string($entry/@xml:id),
      'name': f:name($entry),
      'inverted': f:sort-name($entry),
      'scheme': $ids[1]?scheme,
      'uri': $ids[1]?uri,
      'geonames': $ids[.?scheme eq 'GeoNames'][1]?value,
      'latitude': $point[1],
      'longitude': $point[2]}"/>
  </xsl:function>
</xsl:stylesheet>
