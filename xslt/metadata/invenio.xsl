<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" exclude-result-prefixes="#all">

  <!--
    The body of POST /api/records of InvenioRDM (inveniordm.docs.cern.ch, “Metadata reference”, “Create a draft record”): Zenodo's present API,
    and that of many institutions. Vocabularies are those that come with InvenioRDM.
  -->
  <xsl:function name="f:invenio" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="language" select="$facts?languages?*[1] ! map{'id': .}"/>
    <xsl:sequence select="f:without-empty(map{
      'access': map{'record': 'public', 'files': 'public'},
      'files': map{'enabled': true()},
      'pids': $facts?doi ! map{'doi': map{'identifier': ., 'provider': 'external'}},
      'metadata': f:without-empty(map{
        'resource_type': map{'id': 'dataset'},
        'title': $facts?title,
        'additional_titles': array{$facts?subtitle ! f:without-empty(map{'title': ., 'type': map{'id': 'subtitle'}, 'lang': $language})},
        'publication_date': $facts?published,
        'publisher': $facts?publisher,
        'creators': array{$facts?creators?* ! fp:invenio-agent(., ('editor'[$facts?credited eq 'editor']))},
        'contributors': array{$facts?contributors?* ! fp:invenio-agent(., lower-case(f:contributor-type(.)))},
        'description': string-join(($facts?description, $facts?sampling) ! ('&lt;p&gt;' || f:escaped(.) || '&lt;/p&gt;')),
        'additional_descriptions': array{
          $facts?practice ! f:without-empty(map{'description': f:escaped(.), 'type': map{'id': 'methods'}, 'lang': $language}),
          $facts?rights?* ! f:without-empty(map{'description': f:escaped(.), 'type': map{'id': 'other'}, 'lang': $language})},
        'rights': array{fp:invenio-rights($facts)},
        'languages': array{$facts?languages?* ! map{'id': .}},
        'subjects': array{distinct-values(($facts?keywords?*, $facts?subjects?*?name)) ! map{'subject': .}},
        'dates': array{f:interval-or-none($facts) ! map{'date': ., 'type': map{'id': 'other'}, 'description': 'Dates of the documents'}},
        'version': $facts?version,
        'identifiers': array{$facts?uri ! map{'identifier': ., 'scheme': if (starts-with(lower-case(.), 'urn:')) then 'urn' else 'url'}},
        'related_identifiers': array{f:relations($facts) ! map{
          'identifier': .?identifier, 'scheme': .?scheme, 'relation_type': map{'id': lower-case(.?relation)}, 'resource_type': map{'id': .?type}}},
        'sizes': array{$facts?count || (if ($facts?count eq 1) then ' document' else ' documents')},
        'formats': array{'application/tei+xml'},
        'locations': array{$facts?places?*}[exists(.?*)] ! map{'features': array{.?* ! fp:invenio-place(.)}},
        'funding': array{$facts?funders?* ! f:without-empty(map{
          'funder': map{'name': .?name},
          'award': .?grant ! map{'number': ., 'title': map{'en': .}}})}})})"/>
  </xsl:function>

  <xsl:function name="fp:invenio-agent" as="map(*)">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="ids" select="$agent?ids?*[.?scheme = ('ORCID', 'GND', 'ISNI', 'ROR')]"/>
    <xsl:variable name="described" select="map{
      'type': if ($agent?kind eq 'person') then 'personal' else 'organizational',
      'family_name': $agent?family,
      'given_name': $agent?given,
      'name': if ($agent?kind eq 'person') then $agent?inverted else $agent?name,
      'identifiers': array{$ids ! map{'scheme': lower-case(.?scheme), 'identifier': .?value}}}"/>
    <xsl:sequence select="f:without-empty(map{
      'person_or_org': f:without-empty($described),
      'role': $role ! map{'id': .},
      'affiliations': array{$agent?affiliation ! map{'name': .}}})"/>
  </xsl:function>

  <!-- A licence of the vocabulary by its name, another one by its words and address: the API takes either. -->
  <xsl:function name="fp:invenio-rights" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="spdx" select="$facts?licenceNames?spdx"/>
    <xsl:sequence select="
      if ($spdx) then map{'id': lower-case($spdx)}
      else map{'title': map{'en': string(($facts?licenceWords, $facts?licence)[1])}, 'link': $facts?licence}"/>
  </xsl:function>

  <!-- GeoJSON: longitude first. -->
  <xsl:function name="fp:invenio-place" as="map(*)">
    <xsl:param name="place" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      'geometry': map{'type': 'Point', 'coordinates': array{xs:decimal($place?longitude), xs:decimal($place?latitude)}},
      'identifiers': array{$place?geonames ! map{'scheme': 'geonames', 'identifier': .}},
      'place': $place?name})"/>
  </xsl:function>

  <xsl:function name="f:interval-or-none" as="xs:string?">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:if test="exists(($facts?first, $facts?last))">
      <xsl:sequence select="fp:interval($facts)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
