<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Parties: who wrote, received, edited or helped. A party is a map:
      name         as it is called: "Víctor Paz Estenssoro", "Embassy in Bolivia"
      kind         person or org
      family, given, particle, suffix   the parts of a person's name, where they are known: never guessed from a name in one piece
      entry, address, identifiers       of the authority entry
      orcid, email where an editor gives them
      certainty    as the header states it
  -->

  <!-- Nobody is an author whom the header only calls unknown. -->
  <xsl:function name="f:authors" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/fileDesc/titleStmt/author/fp:holders(.)[f:is-someone(.)] ! f:party(.)"/>
  </xsl:function>

  <xsl:function name="f:recipients" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/profileDesc/correspDesc/correspAction[@type = 'received']/fp:names-in(.)[f:is-someone(.)] ! f:party(.)"/>
  </xsl:function>

  <!-- Who sent it, which may be another than the author. -->
  <xsl:function name="f:senders" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/profileDesc/correspDesc/correspAction[@type = 'sent']/fp:names-in(.)[f:is-someone(.)] ! f:party(.)"/>
  </xsl:function>

  <!-- The editors of the digital edition. -->
  <xsl:function name="f:editors" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="$header/fileDesc/(titleStmt | seriesStmt)/editor">
      <xsl:variable name="editor" select="."/>
      <xsl:for-each select="fp:holders($editor)[f:is-someone(.)]">
        <xsl:sequence select="map:put(map:put(f:party(.), 'orcid', fp:orcid($editor)), 'email', f:folded($editor/email[1]))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- The others whom the header holds responsible for something, with what for: `role`. Programs are no contributors. -->
  <xsl:function name="f:contributors" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="$header/fileDesc/titleStmt/respStmt">
      <xsl:variable name="role" select="f:folded(resp[1])"/>
      <xsl:for-each select="(persName | orgName | name[not(@type = 'program')])[f:is-someone(.)]">
        <xsl:sequence select="map:put(f:party(.), 'role', $role)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether an element names anybody. -->
  <xsl:function name="f:is-someone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(lower-case(normalize-space($element)) = ('', 'unknown', 'anonymous', 'n.n.', '[unknown]'))"/>
  </xsl:function>

  <!-- Of the element that holds a name. -->
  <xsl:function name="f:party" as="map(*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="entry" select="f:entry($element)"/>
    <xsl:variable name="kind" select="if (($entry, $element)[1][self::org | self::orgName]) then 'org' else 'person'"/>
    <xsl:variable name="parts" select="if ($kind eq 'person') then f:name-parts($entry, $element) else map{}"/>
    <xsl:sequence select="map{
      'name': (fp:name-of($parts), $entry ! f:name(.), f:line($element))[1],
      'kind': $kind,
      'family': $parts?family,
      'given': $parts?given,
      'particle': $parts?particle,
      'suffix': $parts?suffix,
      'entry': $entry ! string(@xml:id),
      'address': $entry ! f:absolute($f:places?entries?(string(@xml:id))),
      'identifiers': array{f:identifiers($entry)},
      'certainty': f:folded($element/@cert)}"/>
  </xsl:function>

  <!--
    The parts of a person's name, from the entry, else from the name itself where it is marked up. Surnames of father and mother together are
    the family name. A published list's "Fox, Edward J., Jr." has its parts by their order; what follows the second comma is a part of the
    name only where it is a generation.
  -->
  <xsl:function name="f:name-parts" as="map(xs:string, xs:string?)">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marked" select="($entry/f:main-name(.), $element/(self::persName, persName))[surname][1]"/>
    <xsl:variable name="inverted" select="tokenize(normalize-space($entry ! f:main-name(.)[self::persName][empty(*)]), ', ')"/>
    <xsl:choose>
      <xsl:when test="$marked">
        <xsl:sequence select="map{
          'family': fp:joined($marked/surname),
          'given': fp:joined($marked/forename),
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

  <!-- "Edward J. Fox, Jr.": without rank or office; empty where the parts are not known. -->
  <xsl:function name="fp:name-of" as="xs:string?">
    <xsl:param name="parts" as="map(xs:string, xs:string?)"/>
    <xsl:variable name="suffix" select="$parts?suffix ! ((if (contains('IV23', substring(., 1, 1))) then ' ' else ', ') || .)"/>
    <xsl:sequence select="$parts?family ! (string-join(($parts?given, $parts?particle, .), ' ') || $suffix)"/>
  </xsl:function>

  <!-- The names within an element, else the element, which holds a name without more markup. -->
  <xsl:function name="fp:holders" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (fp:names-in($element)) then fp:names-in($element) else $element"/>
  </xsl:function>

  <xsl:function name="fp:names-in" as="element()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="$holder/(persName | orgName | name | rs)"/>
  </xsl:function>

  <!-- The sixteen digits with hyphens, however they are written. -->
  <xsl:function name="fp:orcid" as="xs:string?">
    <xsl:param name="editor" as="element()"/>
    <xsl:sequence select="$editor/idno[upper-case(@type) = 'ORCID'][1] ! replace(normalize-space(.), '^https?://orcid\.org/', '')[matches(., '^([0-9]{4}-){3}[0-9]{3}[0-9X]$')]"/>
  </xsl:function>

  <xsl:function name="fp:joined" as="xs:string?">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="string-join($parts ! f:line(.), ' ')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
