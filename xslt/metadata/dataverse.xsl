<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  exclude-result-prefixes="#all">

  <!--
    The body of POST /api/dataverses/…/datasets (guides.dataverse.org, Native API), with the citation block that every installation has. Fields
    are those of its citation.tsv; those whose multiplicity has changed between versions are left out.
  -->

  <!-- Languages that the vocabulary of all versions calls by the same name; others are left out. -->
  <xsl:variable name="fp:dataverse-languages" as="map(xs:string, xs:string)" select="map{
    'ara': 'Arabic', 'ces': 'Czech', 'dan': 'Danish', 'deu': 'German', 'eng': 'English', 'fin': 'Finnish', 'fra': 'French', 'hun': 'Hungarian',
    'ita': 'Italian', 'jpn': 'Japanese', 'kor': 'Korean', 'lat': 'Latin', 'nld': 'Dutch', 'pol': 'Polish', 'por': 'Portuguese', 'ron': 'Romanian',
    'rus': 'Russian', 'spa': 'Spanish, Castilian', 'swe': 'Swedish', 'tur': 'Turkish', 'ukr': 'Ukrainian'}"/>

  <xsl:function name="f:dataverse" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="map{'datasetVersion': map:merge((
      fp:dataverse-terms($facts),
      map{'metadataBlocks': map{'citation': map{
        'displayName': 'Citation Metadata',
        'fields': array{fp:dataverse-fields($facts)}}}}))}"/>
  </xsl:function>

  <!-- A licence that installations have by that name and address, or terms in words. -->
  <xsl:function name="fp:dataverse-terms" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="name" select="$facts?licenceNames?dataverse"/>
    <xsl:sequence select="
      if ($name) then map{'license': map{'name': $name, 'uri': replace(replace($facts?licence, '^https:', 'http:'), '/(legalcode|deed.*)?$', '')}}
      else map{'termsOfUse': string-join(($facts?licenceWords, $facts?licence), ' ')}"/>
  </xsl:function>

  <xsl:function name="fp:dataverse-fields" as="map(*)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="
      fp:text-field('title', $facts?title),
      fp:text-field('subtitle', $facts?subtitle),
      fp:text-field('alternativeURL', $facts?web),
      fp:compound-field('otherId', ($facts?uri, $facts?doi) ! map{'otherIdValue': ., 'otherIdAgency': $facts?publisher}),
      fp:compound-field('author', $facts?creators?* ! fp:dataverse-author(.)),
      fp:compound-field('datasetContact', $facts?email ! map{
        'datasetContactName': string(($facts?editors?*[.?email eq $facts?email]?inverted, $facts?publisher)[1]), 'datasetContactEmail': .}),
      fp:compound-field('dsDescription', string-join(($facts?description, $facts?sampling), ' ')[. ne ''] ! map{'dsDescriptionValue': .}),
      fp:vocabulary-field('subject', 'Arts and Humanities'),
      fp:compound-field('keyword', ($facts?keywords?* ! map{'keywordValue': .}, $facts?subjects?* ! map{
        'keywordValue': .?inverted, 'keywordVocabulary': .?scheme})),
      fp:text-field('notesText', string-join($facts?rights?*, ' ')[. ne '']),
      fp:vocabulary-field('language', $facts?languages?* ! $fp:dataverse-languages(.)),
      fp:compound-field('producer', map{'producerName': $facts?publisher}),
      fp:compound-field('contributor', $facts?contributors?* ! map{
        'contributorType': replace(f:contributor-type(.), '([a-z])([A-Z])', '$1 $2'), 'contributorName': string((.?inverted, .?name)[1])}),
      fp:compound-field('grantNumber', $facts?funders?* ! map{'grantNumberAgency': .?name, 'grantNumberValue': .?grant}),
      fp:compound-field('distributor', map{'distributorName': $facts?publisher}),
      fp:text-field('distributionDate', $facts?published),
      fp:compound-field('timePeriodCovered', map{'timePeriodCoveredStart': $facts?first, 'timePeriodCoveredEnd': $facts?last}),
      fp:text-fields('kindOfData', 'TEI XML'),
      fp:compound-field('software', $facts?application ! map{'softwareName': .?name, 'softwareVersion': .?version}),
      fp:text-fields('dataSources', $facts?printed?* ! string-join((.?citation[. ne ''], .?address), ' ')),
      fp:text-field('originOfSources', string-join($facts?archives?*, '; ')[. ne ''])"/>
  </xsl:function>

  <xsl:function name="fp:dataverse-author" as="map(*)">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:variable name="id" select="$agent?ids?*[.?scheme = ('ORCID', 'ISNI', 'VIAF', 'GND')][1]"/>
    <xsl:sequence select="map{
      'authorName': string(($agent?inverted, $agent?name)[1]),
      'authorAffiliation': $agent?affiliation,
      'authorIdentifierScheme': $id?scheme,
      'authorIdentifier': $id?value}"/>
  </xsl:function>

  <!-- Parts of compound fields whose words come from a vocabulary. -->
  <xsl:variable name="fp:vocabulary-parts" as="xs:string+" select="'authorIdentifierScheme', 'contributorType'"/>

  <xsl:function name="fp:text-field" as="map(*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! map{'typeName': $name, 'typeClass': 'primitive', 'multiple': false(), 'value': .}"/>
  </xsl:function>

  <xsl:function name="fp:text-fields" as="map(*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values)">
      <xsl:sequence select="map{'typeName': $name, 'typeClass': 'primitive', 'multiple': true(), 'value': array{$values}}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:vocabulary-field" as="map(*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values)">
      <xsl:sequence select="map{'typeName': $name, 'typeClass': 'controlledVocabulary', 'multiple': true(), 'value': array{$values}}"/>
    </xsl:if>
  </xsl:function>

  <!-- Each value a map of parts; parts without a value are left out, and values without a part. -->
  <xsl:function name="fp:compound-field" as="map(*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="map(*)*"/>
    <xsl:variable name="written" select="$values ! f:without-empty(.)[map:size(.) gt 0]"/>
    <xsl:if test="exists($written)">
      <xsl:sequence select="map{'typeName': $name, 'typeClass': 'compound', 'multiple': true(), 'value': array{$written ! fp:compound-value(.)}}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:compound-value" as="map(*)">
    <xsl:param name="parts" as="map(*)"/>
    <xsl:sequence select="map:merge(map:keys($parts) ! map{.: map{
      'typeName': ., 'typeClass': if (. = $fp:vocabulary-parts) then 'controlledVocabulary' else 'primitive', 'multiple': false(), 'value': $parts(.)}})"/>
  </xsl:function>
</xsl:stylesheet>
