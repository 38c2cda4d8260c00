<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Agents: the parties of people.xsl as repositories ask for them. An agent is map{name, inverted, family, given, kind, ids, email,
    affiliation, role}:
      inverted  "Read, Benjamin H."; for an organization its name; for a person whose name is in one piece empty
      kind      person or org
      ids       array of map{scheme, value, uri}: the identifiers that have an address
  -->

  <!-- Those whom author, editor, respStmt, publisher name. A program is no agent; nor is one whom the header calls unknown. -->
  <xsl:function name="f:agents" as="map(*)*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:for-each select="$statements">
      <xsl:variable name="statement" select="."/>
      <xsl:variable name="names" select="persName | orgName | name[not(@type = 'program')]"/>
      <xsl:variable name="bearers" select="if (exists($names)) then $names else $statement[empty(self::respStmt)]"/>
      <!-- An editor or author may be called by several names; a respStmt holds several responsible. -->
      <xsl:variable name="meant" select="if (self::respStmt) then $bearers else $bearers[f:is-someone(.)][1]"/>
      <xsl:sequence select="$meant[f:is-someone(.)] ! fp:agent(., $statement)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:agent" as="map(*)">
    <xsl:param name="bearer" as="element()"/>
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="party" select="f:party($bearer)"/>
    <xsl:variable name="person" select="$party?kind eq 'person' and empty($statement/(self::publisher | self::funder | self::sponsor))"/>
    <!-- "Doe, Jane" says itself where it is divided. -->
    <xsl:variable name="comma" select="if ($person and empty($party?family) and matches($party?name, '^[^,]+, [^,]+$')) then tokenize($party?name, ', ') else ()"/>
    <xsl:variable name="family" select="(f:family($party), $comma[1])[1]"/>
    <xsl:variable name="given" select="($party?given, $comma[2])[1]"/>
    <xsl:variable name="name" select="if (exists($comma)) then $comma[2] || ' ' || $comma[1] else $party?name"/>
    <xsl:sequence select="map{
      'name': $name,
      'kind': if ($person) then 'person' else 'org',
      'family': $family[$person],
      'given': string-join(($given, $party?suffix), ', ')[$person][. ne ''],
      'inverted': if ($person) then string-join(($family, $given, $party?suffix), ', ')[$family] else $name,
      'ids': array{f:addressed($statement/idno | $bearer/idno | f:entry($bearer)/idno)},
      'email': f:folded(($statement/email | $bearer/email)[1]),
      'affiliation': f:folded(($statement/affiliation | $bearer/affiliation)[1]),
      'role': f:folded($statement/resp[1])}"/>
  </xsl:function>

  <!-- Each name once, as the first says it. -->
  <xsl:function name="f:distinct-agents" as="map(*)*">
    <xsl:param name="agents" as="map(*)*"/>
    <xsl:for-each-group select="$agents" group-by="string(.?name)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Schemes that have one address for every value, whatever edition they stand in; others need a prefixDef. -->
  <xsl:variable name="fp:schemes" as="map(xs:string, map(*))" select="map{
    'orcid': map{'name': 'ORCID', 'base': 'https://orcid.org/'},
    'gnd': map{'name': 'GND', 'base': 'https://d-nb.info/gnd/'},
    'isni': map{'name': 'ISNI', 'base': 'https://isni.org/isni/'},
    'ror': map{'name': 'ROR', 'base': 'https://ror.org/'},
    'viaf': map{'name': 'VIAF', 'base': 'https://viaf.org/viaf/'},
    'wikidata': map{'name': 'Wikidata', 'base': 'https://www.wikidata.org/wiki/'},
    'geonames': map{'name': 'GeoNames', 'base': 'https://www.geonames.org/'}}"/>

  <!-- map{scheme, value, uri} for the identifiers that have an address. -->
  <xsl:function name="f:addressed" as="map(*)*">
    <xsl:param name="idnos" as="element(idno)*"/>
    <xsl:for-each select="$idnos[f:folded(.)]">
      <xsl:variable name="scheme" select="$fp:schemes(lower-case(@type))"/>
      <xsl:variable name="said" select="f:folded(.)"/>
      <xsl:variable name="value" select="if (exists($scheme)) then replace($said, '^https?://(www\.)?' || replace($scheme?base, '^https://(www\.)?', ''), '') else $said"/>
      <xsl:variable name="uri" select="($scheme ! (.?base || $value), $said[matches(., '^https?://')], f:prefixed-address(string(@type), $said, .))[1]"/>
      <xsl:if test="exists($uri)">
        <xsl:sequence select="map{'scheme': string(($scheme?name, @type)[1]), 'value': $value, 'uri': $uri}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
