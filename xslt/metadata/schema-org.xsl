<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    schema.org as JSON-LD: the edited text (a CreativeWork, part of the edition), based on the original (an ArchiveComponent, a
    Message where it was sent to somebody) and on the printed volume; the edition (a Collection and a Dataset). An address stands
    as @id and url only where the edition has one; sameAs only for typed identifiers of which the header says how they become addresses.
  -->
  <xsl:function name="f:schema-org" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="reference" as="map(*)"/>
    <xsl:sequence select="f:present(map{
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      '@id': f:identity-of($facts),
      'url': $facts?address,
      'name': $reference?title,
      'genre': $facts?genre,
      'author': fp:several($facts?authors?* ! fp:agent(.)),
      'editor': fp:several($reference?editors ! fp:agent(.)),
      'publisher': $reference?publisher ! map{'@type': 'Organization', 'name': .},
      'datePublished': $reference?issued,
      'version': $reference?version,
      'creativeWorkStatus': $facts?status,
      'inLanguage': $reference?language,
      'license': $reference?licence ! (?target, ?text)[1],
      'copyrightNotice': string-join($reference?rights, ' ')[. ne ''],
      'identifier': fp:several(fp:identifiers-of($facts)),
      'isPartOf': $f:edition[exists(?title)] ! f:present(map{
        '@type': array{'Collection', 'Dataset'}, '@id': f:identity-of(.), 'url': ?address, 'name': f:full-title(.)}),
      'isBasedOn': fp:several((fp:original($facts), $facts?print ! fp:printed(., $facts))),
      'encoding': $facts?teiAddress ! map{'@type': 'MediaObject', 'contentUrl': ., 'encodingFormat': 'application/tei+xml'},
      'mentions': fp:several($facts?named?*[?kind = ('person', 'org', 'place')] ! fp:thing(.))})"/>
  </xsl:function>

  <!-- `size`: how many documents it has. -->
  <xsl:function name="f:schema-org-edition" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="size" as="xs:integer"/>
    <xsl:sequence select="f:present(map{
      '@context': 'https://schema.org',
      '@type': array{'Collection', 'Dataset'},
      '@id': f:identity-of($facts),
      'url': $facts?address,
      'name': f:full-title($facts),
      'description': $facts?abstract,
      'editor': fp:several($facts?editors?* ! fp:agent(.)),
      'creator': fp:several(($facts?editors?* ! fp:agent(.), $facts?publisher[empty($facts?editors?*)] ! map{'@type': 'Organization', 'name': .})),
      'publisher': $facts?publisher ! map{'@type': 'Organization', 'name': .},
      'datePublished': $facts?issued,
      'version': $facts?version,
      'creativeWorkStatus': $facts?status,
      'inLanguage': $facts?languages?*[1],
      'license': $facts?licence ! (?target, ?text)[1],
      'copyrightNotice': string-join($facts?rights?*, ' ')[. ne ''],
      'identifier': fp:several(fp:identifiers-of($facts)),
      'isBasedOn': $facts?print ! fp:volume(.),
      'isAccessibleForFree': true(),
      'collectionSize': $size[. gt 0]})"/>
  </xsl:function>

  <!-- Its address, else the identifier that it gives itself. -->
  <xsl:function name="f:identity-of" as="xs:string?">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="($facts?address, $facts?uri)[1]"/>
  </xsl:function>

  <!-- What the edited text goes back to. -->
  <xsl:function name="fp:original" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="archive" select="$facts?archives?*[1]"/>
    <xsl:sequence select="f:present(map{
      '@type': array{('Message'[$facts?corresponds], 'CreativeWork')[1], 'ArchiveComponent'},
      'name': $facts?title,
      'genre': $facts?genre,
      'sender': fp:several(($facts?senders?* ! fp:agent(.))[$facts?corresponds]),
      'recipient': fp:several($facts?recipients?* ! fp:agent(.)),
      'author': fp:several(($facts?authors?* ! fp:agent(.))[not($facts?corresponds)]),
      (('dateSent'[$facts?corresponds], 'dateCreated')[1]): $facts?date?range,
      'locationCreated': $facts?place ! fp:place(.),
      'material': $facts?form,
      'holdingArchive': $archive[exists(?name)] ! fp:holder(.),
      'itemLocation': string-join(($archive?collections?*, $archive?shelfmark), ', ')[. ne '']})"/>
  </xsl:function>

  <xsl:function name="fp:holder" as="map(*)">
    <xsl:param name="archive" as="map(*)"/>
    <xsl:variable name="address" select="f:present(map{
      'addressLocality': $archive?settlement, 'addressRegion': $archive?region, 'addressCountry': $archive?country})"/>
    <xsl:sequence select="f:present(map{
      '@type': 'ArchiveOrganization',
      '@id': $archive?address,
      'name': $archive?name,
      'address': $address[map:size(.) gt 0] ! map:put(., '@type', 'PostalAddress'),
      'sameAs': f:same-as($archive)})"/>
  </xsl:function>

  <xsl:function name="fp:printed" as="map(*)">
    <xsl:param name="print" as="map(*)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="f:present(map{
      '@type': 'Chapter',
      'name': $facts?title,
      'position': $print?document,
      'pagination': $print?pages ! string-join(distinct-values((?from, ?to)), '–'),
      'url': $print?address,
      'isPartOf': fp:volume($print)})"/>
  </xsl:function>

  <xsl:function name="fp:volume" as="map(*)">
    <xsl:param name="print" as="map(*)"/>
    <xsl:sequence select="f:present(map{
      '@type': array{'Book', 'PublicationVolume'},
      'name': ($print?title, $print?series)[1],
      'volumeNumber': $print?volumeNumber,
      'editor': fp:several($print?editors?* ! fp:agent(.)),
      'datePublished': $print?issued,
      'publisher': $print?publisher ! f:present(map{'@type': 'Organization', 'name': ., 'location': $print?place}),
      'isPartOf': $print?series ! map{'@type': 'BookSeries', 'name': string-join((., $print?subseries), ', ')}})"/>
  </xsl:function>

  <xsl:function name="fp:agent" as="map(*)">
    <xsl:param name="party" as="map(*)"/>
    <xsl:variable name="orcid" select="$party?orcid ! ('https://orcid.org/' || .)"/>
    <xsl:sequence select="f:present(map{
      '@type': ('Organization'[$party?kind eq 'org'], 'Person')[1],
      '@id': ($orcid, $party?address)[1],
      'name': $party?name,
      'familyName': f:family($party),
      'givenName': $party?given,
      'honorificSuffix': $party?suffix,
      'sameAs': f:same-as($party)})"/>
  </xsl:function>

  <xsl:function name="fp:thing" as="map(*)">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:sequence select="f:present(map{
      '@type': map{'person': 'Person', 'org': 'Organization', 'place': 'Place'}($entry?kind),
      '@id': $entry?address,
      'name': $entry?name,
      'sameAs': f:same-as($entry)})"/>
  </xsl:function>

  <xsl:function name="fp:place" as="map(*)">
    <xsl:param name="place" as="map(*)"/>
    <xsl:variable name="degrees" select="tokenize($place?coordinates)"/>
    <xsl:sequence select="f:present(map{
      '@type': 'Place',
      '@id': $place?address,
      'name': $place?text,
      'geo': $degrees[count($degrees) eq 2][1] ! map{'@type': 'GeoCoordinates', 'latitude': xs:decimal($degrees[1]), 'longitude': xs:decimal($degrees[2])},
      'sameAs': f:same-as($place)})"/>
  </xsl:function>

  <xsl:function name="f:same-as" as="item()?">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:sequence select="fp:several($entry?identifiers?*?address)"/>
  </xsl:function>

  <!-- The DOI and the identifier, where it is no address. -->
  <xsl:function name="fp:identifiers-of" as="xs:string*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="$facts?doi ! f:doi-address(.), $facts?uri[not(starts-with(., 'http'))]"/>
  </xsl:function>

  <!-- One value as it is, several as an array. -->
  <xsl:function name="fp:several" as="item()?">
    <xsl:param name="values" as="item()*"/>
    <xsl:sequence select="if (count($values) gt 1) then array{$values} else $values"/>
  </xsl:function>
</xsl:stylesheet>
