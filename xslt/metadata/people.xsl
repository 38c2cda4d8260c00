<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Parties: who wrote, received, edited or helped. A party is a map:
      name         as it is called: "Víctor Paz Estenssoro", "Embassy in Bolivia"
      kind         person or org
      family, given, particle, suffix   the parts of a person's name, where they are marked
      entry        of the authority entry, in this file or another one (f:entry-id)
      identifiers  of the entry
      pointers     by which the element names somebody outside of the file
      certainty    as the header states it
  -->

  <!--
    All parties in the statements of the header, in its order: authors, editors, principals, those
    of respStmt, the publisher. Programs are not parties, nor are persons whom the header only calls
    unknown.
  -->
  <xsl:function name="f:responsible" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each select="
        $header/fileDesc/titleStmt/(author | editor | principal | respStmt),
        h:published-by($header), $header/fileDesc/seriesStmt/editor">
      <xsl:variable name="statement" select="."/>
      <xsl:variable name="names" select="
          persName | orgName | name[not(@type = 'program')]
            | rs[empty($statement/self::respStmt)]"/>
      <xsl:for-each select="
          (if (exists($names)) then $names
            else $statement[empty(self::respStmt)])[h:is-someone(.)] => h:persons()">
        <xsl:sequence select="map:merge((f:party(.), map{
          'statement': if ($statement/parent::publicationStmt) then 'publisher'
            else local-name($statement),
          'series': exists($statement/parent::seriesStmt),
          'role': f:folded(($statement/resp, $statement/@role)[1]),
          'email': f:folded(($statement/email | email)[1]),
          'affiliation': f:folded(($statement/affiliation | affiliation)[1]),
          'own': array{($statement/idno | idno) ! fp:identifier(.)},
          'further': position() gt 1 and empty($statement/self::respStmt)}))"
          xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:recipients" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence
      select="h:correspondence($header, 'received') ! h:persons(h:parties(.)[h:is-someone(.)])
        ! f:party(.)"/>
  </xsl:function>

  <!-- The sender, who may differ from the author. -->
  <xsl:function name="f:senders" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence
      select="h:correspondence($header, 'sent') ! h:persons(h:parties(.)[h:is-someone(.)])
        ! f:party(.)"/>
  </xsl:function>

  <!-- Of the element with a name. -->
  <xsl:function name="f:party" as="map(*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="entry" select="f:entry($element)"/>
    <xsl:variable name="kind"
      select="if (($entry, $element)[1][self::org | self::orgName]) then 'org' else 'person'"/>
    <xsl:variable name="parts"
      select="if ($kind eq 'person') then f:name-parts($entry, $element) else map{}"/>
    <xsl:sequence select="map{
      'name': (fp:name-of($parts), $entry ! f:name(.), fp:words-of-name($element))[1],
      'kind': $kind,
      'family': $parts?family,
      'given': $parts?given,
      'particle': $parts?particle,
      'suffix': $parts?suffix,
      'entry': ($entry ! string(@xml:id), f:entry-id($element))[1],
      'identifiers': array{f:identifiers($entry)},
      'pointers': array{f:pointers-outside($element)},
      'certainty': f:folded(($element/(. | parent::author)/@cert)[1])}"/>
  </xsl:function>

  <!-- The words of a name, without other content beside them. -->
  <xsl:function name="fp:words-of-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/(email | idno | affiliation | address | note | ptr))
      then replace(normalize-space(string-join($element//text()[not(ancestor::email
        or ancestor::idno or ancestor::affiliation or ancestor::address or ancestor::note)])),
        '[\s,;]+$', '')
      else normalize-space(f:name-words($element))"/>
  </xsl:function>

  <!--
    The parts of a person's name, from the entry, else from the name itself if it is marked up.
    Surnames of father and mother together are the family name. A published list's "Fox, Edward J.,
    Jr." has its parts by their order; the text after the second comma is a part of the name only if
    it is a generation.
  -->
  <xsl:function name="f:name-parts" as="map(xs:string, xs:string?)">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marked" select="
        ($entry/f:main-name(.), $element/(self::persName, persName, self::author, self::editor,
          self::principal))[surname][1]"/>
    <xsl:variable name="inverted"
      select="tokenize(normalize-space($entry ! f:main-name(.)[self::persName][empty(*)]), ', ')"/>
    <xsl:choose>
      <xsl:when test="$marked">
        <xsl:sequence select="map{
          'family': fp:joined($marked/surname),
          'given': (fp:joined($marked/forename), fp:beside-surname($marked))[1],
          'particle': fp:joined($marked/nameLink),
          'suffix': fp:joined($marked/genName)}"/>
      </xsl:when>
      <xsl:when test="count($inverted) ge 2">
        <xsl:sequence select="map{
          'family': $inverted[1],
          'given': $inverted[2],
          'suffix': $inverted[3][matches(., '^(Jr\.?|Sr\.?|[IV]+|[0-9](nd|rd|th))$')]}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map{}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Forenames that are not marked: "Irina" of `Irina <surname>Petrova</surname>`; no title. -->
  <xsl:function name="fp:beside-surname" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      normalize-space(string-join($name/surname[1]/preceding-sibling::text()))
      [matches(., '^\p{Lu}[\p{L}\p{M}.''’ -]*$')]
      [not(matches(.,
      '^(Mrs?|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Herr|Frau|M|Mme|Mlle|Don|Doña)([. ]|$)'))]"/>
  </xsl:function>

  <!-- "Edward J. Fox, Jr.": without rank or office; empty if the parts are not known. -->
  <xsl:function name="fp:name-of" as="xs:string?">
    <xsl:param name="parts" as="map(xs:string, xs:string?)"/>
    <xsl:variable name="suffix" select="
        $parts?suffix ! ((if (contains('IV23', substring(., 1, 1))) then ' ' else ', ') || .)"/>
    <xsl:sequence
      select="$parts?family ! (string-join(($parts?given, $parts?particle, .), ' ') || $suffix)"/>
  </xsl:function>

  <xsl:function name="fp:joined" as="xs:string?">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="string-join($parts ! normalize-space(f:one-reading(.)), ' ')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
