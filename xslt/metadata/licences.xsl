<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  exclude-result-prefixes="#all">

  <!--
    A licence by its address, as the repositories' vocabularies name it: SPDX (Zenodo and InvenioRDM in small letters), Dataverse, ARCHE. The
    licences of Creative Commons follow a pattern; others are a row in the table.
  -->

  <xsl:variable name="fp:other-licences" as="map(xs:string, map(*))" select="map{
    'creativecommons.org/publicdomain/zero/1.0': map{'spdx': 'CC0-1.0', 'dataverse': 'CC0 1.0', 'arche': 'cc0-1-0'},
    'creativecommons.org/publicdomain/mark/1.0': map{'arche': 'publicdomain-1-0'},
    'opendatacommons.org/licenses/by/1-0': map{'spdx': 'ODC-By-1.0'},
    'opendatacommons.org/licenses/odbl/1-0': map{'spdx': 'ODbL-1.0'},
    'opensource.org/licenses/MIT': map{'spdx': 'MIT', 'arche': 'mit'}}"/>

  <!-- {address, spdx, dataverse, arche}: what is unknown is left out. -->
  <xsl:function name="f:licence-names" as="map(*)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="plain" select="replace($address, '^https?://(www\.)?|/(legalcode|deed(\.[a-z]+)?)?/?$', '')"/>
    <xsl:variable name="creative" select="analyze-string($plain, '^creativecommons\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/([0-9]\.[0-9])$')/fn:match" xmlns:fn="http://www.w3.org/2005/xpath-functions"/>
    <xsl:sequence select="
      if ($creative) then fp:creative-commons(string($creative/*[@nr = '1']), string($creative/*[@nr = '2']))
      else ($fp:other-licences($plain), map{})[1]"/>
  </xsl:function>

  <xsl:function name="fp:creative-commons" as="map(*)">
    <xsl:param name="terms" as="xs:string"/>
    <xsl:param name="version" as="xs:string"/>
    <xsl:sequence select="map{
      'spdx': 'CC-' || upper-case($terms) || '-' || $version,
      'dataverse': 'CC ' || upper-case($terms) || ' ' || $version,
      'arche': 'cc-' || $terms || '-' || translate($version, '.', '-')}"/>
  </xsl:function>
</xsl:stylesheet>
