<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" exclude-result-prefixes="#all">

  <!-- What a reader of the package finds beside the data: README.md and LICENSE.txt. -->

  <xsl:function name="f:package-readme" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="string-join((
      '# ' || string-join(($facts?title, $facts?subtitle), ': '),
      string-join(($facts?description, $facts?sampling), ' '),
      string-join((
        fp:said('Version', string-join(($facts?version, $facts?published), ', ')),
        fp:said('Publisher', $facts?publisher),
        fp:said('Editors', string-join($facts?editors?*?name, ', ')),
        fp:said('Identifier', string-join(($facts?doi ! ('https://doi.org/' || .), $facts?uri), ', ')),
        fp:said('Licence', string-join(($facts?licenceNames?dataverse, $facts?licence), ', ')),
        fp:said('From', string-join($facts?printed?*?citation, '; '))), '&#10;'),
      '## What is here',
      string-join((
        '- `edition.xml`: ' || $fp:crate-kinds?edition,
        $f:folders-in('') ! ('- `' || . || '/`: ' || $fp:crate-folders(.)),
        '- `ro-crate-metadata.json`, `ro-crate-preview.html`: the same told for programs and for readers (RO-Crate 1.2)'), '&#10;'),
      'The TEI is the master; texts and data are made from it. In the bag that holds this folder, `sha512sum -c manifest-sha512.txt` proves that nothing was changed on the way.',
      $facts?practice ! ('## Editorial practice', .)), '&#10;&#10;') || '&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:said" as="xs:string?">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="$words[. ne ''] ! ('- ' || $what || ': ' || .)"/>
  </xsl:function>

  <!-- The terms in the header's own words. -->
  <xsl:function name="f:package-rights" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="string-join(($facts?licenceWords, $facts?licence, $facts?rights?*), '&#10;&#10;') || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
