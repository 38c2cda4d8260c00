<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="no" exclude-result-prefixes="#all">

  <!--
    CITATION.cff (Citation File Format 1.2.0) for the edition, as YAML whose values are all quoted. The format demands an author: the
    editors, else the publisher, as an entity; an edition that names neither has no such file.
  -->
  <xsl:function name="f:cff" as="xs:string?">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="authors" as="xs:string*" select="
      if (exists($facts?editors?*)) then $facts?editors?* ! fp:cff-person(.) else $facts?publisher ! fp:item(fp:pair('name', .))"/>
    <xsl:variable name="licence" select="$facts?licence?target"/>
    <xsl:variable name="spdx" select="$licence ! f:licence-names(.)?spdx"/>
    <xsl:variable name="lines" as="xs:string*" select="(
      'cff-version: 1.2.0',
      fp:pair('message', f:say('cff.message')),
      'type: dataset',
      fp:pair('title', f:full-title($facts)),
      fp:pair('abstract', $facts?abstract),
      'authors:',
      $authors,
      fp:pair('version', $facts?version),
      fp:pair('date-released', $facts?issued[string-length(.) eq 10]),
      fp:pair('doi', $facts?doi),
      fp:identifiers($facts),
      fp:pair('url', $facts?address),
      fp:pair('license', $spdx),
      fp:pair('license-url', $licence[empty($spdx)]))"/>
    <xsl:sequence select="string-join($lines ! (. || '&#10;'))[exists($authors)]"/>
  </xsl:function>

  <!-- A name in one piece is that of an entity, since nothing says which part is the family's. -->
  <xsl:function name="fp:cff-person" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:variable name="orcid" select="fp:pair('orcid', $party?orcid ! ('https://orcid.org/' || .))"/>
    <xsl:sequence select="
      if (empty($party?family)) then fp:item((fp:pair('name', $party?name), $orcid))
      else fp:item((
        fp:pair('family-names', $party?family),
        fp:pair('given-names', $party?given),
        fp:pair('name-particle', $party?particle),
        fp:pair('name-suffix', $party?suffix),
        fp:pair('email', $party?email[contains(., '@')]),
        $orcid))"/>
  </xsl:function>

  <xsl:function name="fp:identifiers" as="xs:string*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:if test="$facts?uri[starts-with(., 'urn:')]">
      <xsl:sequence select="'identifiers:', fp:item(('type: other', fp:pair('value', $facts?uri)))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:item" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="'  - ' || string-join($lines, '&#10;    ')"/>
  </xsl:function>

  <xsl:function name="fp:pair" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! ($key || ': ' || fp:quoted(.))"/>
  </xsl:function>

  <!-- A double-quoted scalar (YAML 1.2, 7.3.1); on one line, without control characters. -->
  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace(replace(f:line($text), '\\', '\\\\'), '&quot;', '\\&quot;') || '&quot;'"/>
  </xsl:function>
</xsl:stylesheet>
