<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    CSL-JSON 1.0.2 (citationstyles.org; schema csl-data.json), which Zotero, pandoc and citeproc read. A document is a `chapter`: of a
    `personal_communication` Zotero takes the editor for the author.
  -->
  <xsl:function name="f:csl" as="map(xs:string, item())">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="archive" select="$reference?archive"/>
    <xsl:variable name="original" select="$reference?written ! fp:csl-date(.)"/>
    <xsl:sequence select="f:present(map{
      'id': ($reference?url, $reference?key)[1],
      'citation-key': $reference?key,
      'type': ('book'[$reference?whole], 'chapter')[1],
      'title': $reference?title,
      'container-title': $reference?containerTitle,
      'genre': $reference?genre,
      'author': fp:csl-names($reference?authors),
      'editor': fp:csl-names($reference?editors),
      'recipient': fp:csl-names($reference?recipients),
      'publisher': $reference?publisher,
      'publisher-place': $reference?place,
      'issued': $reference?issued ! map{'date-parts': array{fp:date-parts(.)}},
      'original-date': $original,
      'version': $reference?version,
      'URL': $reference?url,
      'DOI': $reference?doi,
      'archive': $archive?name,
      'archive_collection': string-join($archive?collections?*, ', ')[. ne ''],
      'archive_location': $archive?shelfmark,
      'archive-place': string-join(($archive?settlement, $archive?region, $archive?country), ', ')[. ne ''],
      'language': $reference?language,
      'abstract': $reference?abstract,
      'note': string-join($reference?notes, ' ')[. ne '']})"/>
  </xsl:function>

  <!-- Without the members that have no value. -->
  <xsl:function name="f:present" as="map(xs:string, item())">
    <xsl:param name="object" as="map(*)"/>
    <xsl:sequence select="map:remove($object, map:keys($object)[empty($object(.))])"/>
  </xsl:function>

  <xsl:function name="fp:csl-names" as="array(*)?">
    <xsl:param name="parties" as="map(*)*"/>
    <xsl:if test="exists($parties)">
      <xsl:sequence select="array{$parties ! fp:csl-name(.)}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:csl-name" as="map(*)">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="
      if (empty($party?family)) then map{'literal': $party?name}
      else f:present(map{
        'family': $party?family,
        'given': $party?given,
        'non-dropping-particle': $party?particle,
        'suffix': $party?suffix,
        'comma-suffix': $party?suffix ! starts-with(lower-case(.), 'jr')[.]})"/>
  </xsl:function>

  <!-- A date between limits is an approximate one. -->
  <xsl:function name="fp:csl-date" as="map(*)?">
    <xsl:param name="date" as="map(*)"/>
    <xsl:variable name="limits" select="distinct-values(($date?start, $date?end))"/>
    <xsl:variable name="doubt" select="(empty($date?when) and not($date?lasting))[.]"/>
    <xsl:sequence select="
      if (exists($date?start)) then f:present(map{'date-parts': array{$limits ! fp:date-parts(.)}, 'circa': $doubt})
      else $date?text ! map{'literal': .}"/>
  </xsl:function>

  <!-- `1964-05` is [1964, 5]. -->
  <xsl:function name="fp:date-parts" as="array(xs:integer)">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="array{tokenize($day, '-') ! xs:integer(.)}"/>
  </xsl:function>
</xsl:stylesheet>
