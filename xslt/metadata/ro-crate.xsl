<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  exclude-result-prefixes="#all">

  <!--
    ro-crate-metadata.json: RO-Crate 1.2 (w3id.org/ro/crate/1.2), an attached crate whose root is the bag's payload. Flat JSON-LD: the
    edition as root, folders and files as its parts, then all that these refer to, each described once.
  -->

  <!-- What the folders hold. -->
  <xsl:variable name="fp:crate-folders" as="map(xs:string, xs:string)" select="map{
    'documents': 'The documents, each as a TEI file that stands by itself',
    'authorities': 'Persons, organizations, places and terms that the documents refer to, in TEI',
    'sources': 'The reading texts as they were received',
    'text': 'The documents as plain text, made from the TEI',
    'site-data': 'What the edition’s site is made from, as JSON: headers, mentions and entries of each file',
    'schema': 'The schema of the edition: RELAX NG, Schematron and ODD'}"/>

  <!-- What a file is, by its kind. -->
  <xsl:variable name="fp:crate-kinds" as="map(xs:string, xs:string)" select="map{
    'document': 'TEI document', 'authority': 'Authority file in TEI', 'source': 'Reading text as received', 'text': 'Plain text, made from the TEI',
    'data': 'Data of the site, made from the TEI', 'schema': 'Schema', 'edition': 'Header, introduction and principles of the edition, in TEI',
    'about': 'About the package'}"/>

  <xsl:function name="f:ro-crate" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="sources" select="fp:distinct-sources(($facts?printed?*, $f:documents?printed?*))"/>
    <xsl:sequence select="map{
      '@context': 'https://w3id.org/ro/crate/1.2/context',
      '@graph': array{
        map{
          '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork',
          'about': map{'@id': './'}, 'conformsTo': map{'@id': 'https://w3id.org/ro/crate/1.2'}},
        fp:crate-root($facts),
        $f:folders ! fp:crate-folder(.),
        $f:files ! fp:crate-file(., $facts),
        $facts?agents?* ! fp:crate-agent(.),
        fp:crate-licence($facts),
        $facts?doi ! map{
          '@id': 'https://doi.org/' || ., '@type': 'PropertyValue', 'propertyID': 'https://registry.identifiers.org/registry/doi',
          'value': 'doi:' || ., 'url': 'https://doi.org/' || .},
        $facts?uri ! f:without-empty(map{'@id': '#identifier', '@type': 'PropertyValue', 'name': 'URI', 'value': ., 'url': .[matches(., '^https?://')]}),
        $sources ! fp:crate-source(.),
        $facts?places?* ! fp:crate-place(.),
        $facts?funders?* ! map{'@id': fp:crate-id(.), '@type': 'Organization', 'name': .?name},
        $facts?application ! f:without-empty(map{
          '@id': '#software', '@type': 'SoftwareApplication', 'name': .?name, 'softwareVersion': .?version, 'version': .?version})}}"/>
  </xsl:function>

  <xsl:function name="fp:crate-root" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': './',
      '@type': 'Dataset',
      'name': string-join(($facts?title, $facts?subtitle), ': '),
      'description': string-join(($facts?description, $facts?sampling), ' '),
      'datePublished': $facts?published,
      'license': map{'@id': $facts?licence},
      'identifier': array{($facts?doi ! ('https://doi.org/' || .), '#identifier'[$facts?uri]) ! map{'@id': .}},
      'url': $facts?web,
      'version': $facts?version,
      'inLanguage': array{$facts?languages?*},
      'publisher': map{'@id': fp:crate-id($facts?publisherAgent)},
      'author': array{$facts?authors?* ! map{'@id': fp:crate-id(.)}},
      'creator': array{$facts?creators?* ! map{'@id': fp:crate-id(.)}},
      'editor': array{$facts?editors?* ! map{'@id': fp:crate-id(.)}},
      'contributor': array{$facts?contributors?*[not(.?wrote)] ! map{'@id': fp:crate-id(.)}},
      'funder': array{$facts?funders?* ! map{'@id': fp:crate-id(.)}},
      'keywords': array{distinct-values(($facts?keywords?*, $facts?subjects?*?name))},
      'temporalCoverage': f:interval-or-none($facts),
      'spatialCoverage': array{$facts?places?* ! map{'@id': fp:crate-place-id(.)}},
      'isBasedOn': array{$facts?printed?* ! map{'@id': fp:crate-source-id(.)}},
      'hasPart': array{($f:parts-of(''), $f:folders-in('') ! (. || '/')) ! map{'@id': .}}})"/>
  </xsl:function>

  <xsl:function name="fp:crate-folder" as="map(*)">
    <xsl:param name="folder" as="xs:string"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': $folder || '/',
      '@type': 'Dataset',
      'name': $folder,
      'description': $fp:crate-folders(tokenize($folder, '/')[1]),
      'hasPart': array{($f:parts-of($folder), $f:folders-in($folder) ! (. || '/')) ! map{'@id': .}}})"/>
  </xsl:function>

  <xsl:function name="fp:crate-file" as="map(*)">
    <xsl:param name="file" as="map(*)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="document" select="f:document-of($file, ())"/>
    <xsl:variable name="tei" select="f:document-of($file, 'document')"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': $file?path,
      '@type': 'File',
      'name': string(($document?title, $file?title, $file?path)[1]),
      'description': $fp:crate-kinds($file?kind),
      'encodingFormat': $file?mediaType,
      'contentSize': string(xs:integer($file?size)),
      'license': map{'@id': $facts?licence}[$file?kind ne 'source'],
      'identifier': $tei?uri,
      'inLanguage': $tei?language,
      'dateCreated': $tei[.?first eq .?last]?first,
      'temporalCoverage': $tei ! f:interval-or-none(.),
      'datePublished': $tei?published,
      'author': array{$tei?authors?* ! map{'@id': fp:crate-id($facts?known(.?name))}},
      'isBasedOn': array{(
        $tei?printed?* ! fp:crate-source-id(.),
        fp:made-from($file)) ! map{'@id': .}}})"/>
  </xsl:function>

  <!-- The TEI file that a text or data are made from. -->
  <xsl:function name="fp:made-from" as="xs:string?">
    <xsl:param name="file" as="map(*)"/>
    <xsl:sequence select="$file[.?kind = ('text', 'data')]?document ! $fp:tei-files(.)"/>
  </xsl:function>

  <xsl:variable name="fp:tei-files" as="map(xs:string, xs:string)" select="map:merge($f:files[.?kind eq 'document'] ! map{string(.?document): string(.?path)})"/>

  <!-- The facts of the document that a file holds; with a kind, only for files of that kind. -->
  <xsl:function name="f:document-of" as="map(*)?">
    <xsl:param name="file" as="map(*)"/>
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:sequence select="$file[empty($kind) or .?kind eq $kind]?document ! $fp:documents-by-id(.)"/>
  </xsl:function>

  <xsl:variable name="fp:documents-by-id" as="map(xs:string, map(*))" select="map:merge($f:documents ! map{string(.?id): .})"/>

  <xsl:function name="fp:crate-agent" as="map(*)">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': fp:crate-id($agent),
      '@type': if ($agent?kind eq 'person') then 'Person' else 'Organization',
      'name': $agent?name,
      'givenName': $agent?given,
      'familyName': $agent?family,
      'email': $agent?email,
      'affiliation': $agent?affiliation,
      'sameAs': array{$agent?ids?*?uri}})"/>
  </xsl:function>

  <!-- An agent is called by the first identifier with an address, else within the crate. -->
  <xsl:function name="fp:crate-id" as="xs:string">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="string(($agent?ids?*?uri, '#agent-' || encode-for-uri($agent?name))[1])"/>
  </xsl:function>

  <xsl:function name="fp:crate-licence" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': $facts?licence,
      '@type': 'CreativeWork',
      'name': string(($facts?licenceNames?dataverse, $facts?licenceNames?spdx, $facts?licence)[1]),
      'description': string(($facts?licenceWords, $facts?licence)[1]),
      'identifier': $facts?licenceNames?spdx})"/>
  </xsl:function>

  <xsl:function name="fp:crate-source" as="map(*)">
    <xsl:param name="source" as="map(*)"/>
    <xsl:sequence select="f:without-empty(map{
      '@id': fp:crate-source-id($source),
      '@type': 'CreativeWork',
      'name': string(($source?citation[. ne ''], $source?address)[1]),
      'url': $source?address})"/>
  </xsl:function>

  <xsl:function name="fp:crate-source-id" as="xs:string">
    <xsl:param name="source" as="map(*)"/>
    <xsl:sequence select="string(($source?doi ! ('https://doi.org/' || .), $source?address, '#source-' || encode-for-uri($source?citation))[1])"/>
  </xsl:function>

  <xsl:function name="fp:distinct-sources" as="map(*)*">
    <xsl:param name="sources" as="map(*)*"/>
    <xsl:for-each-group select="$sources" group-by="fp:crate-source-id(.)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A place with its point, which is an entity too: a crate does not nest. -->
  <xsl:function name="fp:crate-place" as="map(*)*">
    <xsl:param name="place" as="map(*)"/>
    <xsl:sequence select="
      f:without-empty(map{
        '@id': fp:crate-place-id($place), '@type': 'Place', 'name': $place?name, 'geo': map{'@id': '#geo-' || encode-for-uri($place?id)}}),
      map{
        '@id': '#geo-' || encode-for-uri($place?id), '@type': 'GeoCoordinates',
        'latitude': string(xs:decimal($place?latitude)), 'longitude': string(xs:decimal($place?longitude))}"/>
  </xsl:function>

  <xsl:function name="fp:crate-place-id" as="xs:string">
    <xsl:param name="place" as="map(*)"/>
    <xsl:sequence select="string(($place?uri, '#' || encode-for-uri($place?id))[1])"/>
  </xsl:function>
</xsl:stylesheet>
