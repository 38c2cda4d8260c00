<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  exclude-result-prefixes="#all">

  <!--
    .zenodo.json: the metadata of Zenodo's deposit API (developers.zenodo.org, “Deposit metadata”), which its GitHub integration reads from
    the top of a repository too. The description is HTML; the language has three letters; a licence is called by its SPDX name.
  -->
  <xsl:function name="f:zenodo" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      'upload_type': 'dataset',
      'title': string-join(($facts?title, $facts?subtitle), ': '),
      'publication_date': $facts?published,
      'creators': array{$facts?creators?* ! fp:zenodo-agent(.)},
      'contributors': array{$facts?contributors?* ! map:put(fp:zenodo-agent(.), 'type', f:contributor-type(.))},
      'description': string-join(($facts?description, $facts?sampling, $facts?rights?*) ! ('&lt;p&gt;' || f:escaped(.) || '&lt;/p&gt;')),
      'access_right': 'open',
      'license': lower-case($facts?licenceNames?spdx)[. ne ''],
      'doi': $facts?doi,
      'version': $facts?version,
      'language': $facts?languages?*[1],
      'keywords': array{distinct-values(($facts?keywords?*, $facts?subjects?*?name))},
      'related_identifiers': array{f:relations($facts) ! map{'identifier': .?identifier, 'relation': .?relation, 'resource_type': .?type}},
      'notes': $facts?practice ! f:escaped(.)})"/>
  </xsl:function>

  <xsl:function name="fp:zenodo-agent" as="map(*)">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      'name': ($agent?inverted, $agent?name)[1],
      'affiliation': $agent?affiliation,
      'orcid': $agent?ids?*[.?scheme eq 'ORCID'][1]?value,
      'gnd': $agent?ids?*[.?scheme eq 'GND'][1]?value})"/>
  </xsl:function>

  <!-- What the edition comes from and belongs to: map{identifier, scheme, relation, type}, the words those of Zenodo. -->
  <xsl:function name="f:relations" as="map(*)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="
      f:source-identifiers($facts) ! map{
        'identifier': .?identifier, 'scheme': .?scheme, 'relation': 'isDerivedFrom', 'type': if (.?scheme eq 'isbn') then 'publication-book' else 'publication-section'},
      $facts?web ! map{'identifier': ., 'scheme': 'url', 'relation': 'isVariantFormOf', 'type': 'dataset'}"/>
  </xsl:function>

  <!-- A map without its empty members; an empty array or text is empty too. -->
  <xsl:function name="f:without-empty" as="map(*)">
    <xsl:param name="map" as="map(*)"/>
    <xsl:sequence select="map:merge(map:keys($map) ! .[fp:says-something($map(.))] ! map{.: $map(.)})"/>
  </xsl:function>

  <xsl:function name="fp:says-something" as="xs:boolean">
    <xsl:param name="value" as="item()*"/>
    <xsl:sequence select="
      if ($value instance of array(*)) then exists($value?*)
      else if ($value instance of xs:string) then $value ne ''
      else exists($value)"/>
  </xsl:function>

  <!-- Text within HTML. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(replace(replace($text, '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;')"/>
  </xsl:function>
</xsl:stylesheet>
