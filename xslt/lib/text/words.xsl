<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:include href="adjoining.xsl"/>
  <xsl:include href="choices.xsl"/>
  <xsl:include href="edges.xsl"/>
  <!--
    The words of an element as one string, for titles, lists, indexes: the stated reading
    (corrected, regularized, expanded, added; the lemma), fields separated, without notes.
  -->

  <!--
    Fields of a record: names and their parts, dates, titles, parts of an address or an imprint. Two
    adjoining fields are two words to a reader.
  -->
  <xsl:variable name="f:fields" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    surname forename roleName nameLink genName addName persName orgName placeName geogName name rs
    settlement country region district bloc repository institution collection msName objectName date
    time origDate origPlace title author editor respStmt resp publisher pubPlace biblScope
    citedRange edition extent idno availability licence series monogr analytic imprint meeting
    sponsor funder principal distributor authority email street postCode postBox addrLine address
    docDate docAuthor docTitle titlePart docImprint docEdition byline signed salute dateline role
    roleDesc actor orth pron gram pos gen number case def usg lbl etym gramGrp form sense hyph
    material dimensions height width depth dim locus incipit explicit rubric colophon finalRubric
    textLang filiation foliation birth death occupation affiliation residence nationality education
    faith floruit state trait event location geo witness desc term measure quote cit xr re hom w pc
    s label node arc iNode leaf root eLeaf eTree triangle graph tree forest f fs symbol numeric
    string binary vColl listForest interp interpGrp span spanGrp link linkGrp join joinGrp alt
    altGrp stage move view caption ref ptr bibl biblStruct msIdentifier altIdentifier phone keywords
    num unit day month year
    ') ! map{.: true()})"/>

  <!-- Records: everything in them is a field, whatever its name. -->
  <xsl:variable name="f:records" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    superEntry entry entryFree hom re sense form gramGrp cit etym xr castItem bibl biblStruct
    biblFull monogr analytic series imprint respStmt titleStmt editionStmt publicationStmt
    seriesStmt notesStmt msIdentifier altIdentifier msItem person place org
    ') ! map{.: true()})"/>

  <!--
    The separator that a reader expects between a field and the field right before it: a space; in a
    name that begins with the surname, an address or an imprint punctuation too. An empty string if
    white space or words are between them, after an apostrophe or a hyphen, before punctuation, and
    in scripts without spaces between words.
  -->
  <xsl:function name="f:separator" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <!-- A field without words, such as "death" with @when alone, does not count. -->
    <xsl:variable name="before" as="node()?" select="
      $element/preceding-sibling::node()[not(self::comment() or self::processing-instruction())]
      [not(self::*[empty(node())][map:contains($f:fields, local-name())])
      or fp:is-pointer(.)][1]"/>
    <xsl:choose>
      <xsl:when test="exists($element[@xml:lang]/ancestor::teiHeader)
        and f:is-translation($element)"> / </xsl:when>
      <!-- "By<docAuthor>", "Bonn<date>", "1800<placeName>". -->
      <xsl:when test="$before/self::text()">
        <xsl:sequence select="
          if (f:is-after-words($element) and matches($before, '[\p{L}\p{N}]$')
            and matches($element, '^[\p{L}\p{N}]')) then ' ' else ''"/>
      </xsl:when>
      <xsl:when test="$element[self::w or self::pc or self::s]
        or $before[self::w or self::pc or self::s]">
        <xsl:sequence select="fp:space-between-tokens($element, $before)"/>
      </xsl:when>
      <!-- Pointers have no words here, but on the page. -->
      <xsl:when test="fp:is-pointer($element) and $before/self::*[fp:is-pointer(.)]">
        <xsl:text>, </xsl:text>
      </xsl:when>
      <xsl:when test="not($before/self::*) or not(map:contains($f:fields, local-name($before))
        or map:contains($f:records, local-name($element/..))
        or f:is-separate($element))">{''}</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="end" select="string($before)"/>
        <xsl:variable name="start" select="string($element)"/>
        <xsl:sequence select="
          if ($end eq '' and not(fp:is-pointer($before))
            or $start eq '' and not(fp:is-pointer($element))) then ''
          else if (matches($end, '[-‐’''(\[/\s]$') or matches($start, '^[\s,.;:!?)\]’/-]')) then ''
          else if (matches($end, '[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]$')
            and matches($start, '^[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]'))
            then ''
          else fp:mark-before($element, $before, $end) || ' '"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ";" after a work that is right before another one, in a line: "Stone 1801, 3; Well 1802". -->
  <xsl:function name="f:mark-between-works" as="xs:string?">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="
      if (exists($work/following-sibling::node()[not(self::text()[normalize-space() eq '']
        or self::comment() or self::processing-instruction())][1]/(self::bibl | self::biblStruct))
        and matches($work, '[^.,;:!?\s]\s*$')
        and exists($work/(parent::p | parent::ab | parent::note | parent::item | parent::cell
          | parent::seg | parent::desc | parent::quote))) then ';' else ()"/>
  </xsl:function>

  <!-- A field that ends no word of the text right before it. -->
  <xsl:function name="f:is-after-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(parent::byline | parent::dateline | parent::birth
      | parent::death | parent::docImprint | parent::imprint | parent::signed
      | parent::witness)) or exists($element/self::surname[matches(., '^\p{Lu}')]/(parent::persName
      | parent::author | parent::editor))"/>
  </xsl:function>

  <!--
    Elements that are never within a word, even if the file has no white space beside them: a pause
    or a gesture between spoken words, a direction, a pause in a verse, a remark.
  -->
  <xsl:variable name="f:never-in-words" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    pause vocal kinesic incident shift writing stage move view caption caesura certainty precision
    respons interp interpGrp span
    ') ! map{.: true()})"/>

  <xsl:function name="f:needs-space-before" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" select="$element/preceding-sibling::node()[1]"/>
    <xsl:variable name="after" select="$element/following-sibling::node()[1]"/>
    <xsl:sequence select="
      (normalize-space($element) ne '' or not(matches($after, '^\s')))
      and $before instance of text() and matches($before, '[\p{L}\p{N}.,;:!?)]$')"/>
  </xsl:function>

  <xsl:function name="f:needs-space-after" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="after" select="$element/following-sibling::node()[1]"/>
    <!-- Elements without text have one space at most, before them. -->
    <xsl:variable name="silent" select="normalize-space($element) eq ''
      and exists($element/(self::caesura | self::certainty | self::precision | self::respons
      | self::interp | self::span))"/>
    <xsl:sequence select="not($silent) and $after instance of text()
      and matches($after, '^[\p{L}\p{N}(\[]')"/>
  </xsl:function>

  <!-- A word that is marked as one contains no white space from the file's layout. -->
  <xsl:function name="f:words-of-token" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
      if (not(contains($text, '&#10;'))) then string($text)
      else replace(replace($text, '^\s*\n\s*', ''), '\s*\n\s*$', '')"/>
  </xsl:function>

  <xsl:function name="fp:is-pointer" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
      select="exists($element[self::ptr or self::ref][@target][empty(node())])"/>
  </xsl:function>

  <!--
    Words marked one by one (Guidelines 18.1) adjoin if the file has no white space between any of
    them: then each word gets a space before it, and punctuation none. If some are separated,
    adjoining ones belong together: "do", "n't".
  -->
  <xsl:function name="fp:space-between-tokens" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:sequence select="
      if (not($before[self::w or self::pc or self::s] and $element[self::w or self::pc or self::s])
        or not(map:contains($fp:unspaced, f:node-number($element/..)))
        or $element/@join = ('left', 'both') or $before/@join = ('right', 'both')
        or $element/@part = ('M', 'F')
        or $element/self::pc[not(matches(., '^[(\[«„“‘¿¡]'))]
        or matches($before, '([(\[«„“‘¿¡''’-]|\s)$') or matches($element, '^\s'))
      then '' else ' '"/>
  </xsl:function>

  <xsl:variable name="fp:unspaced" as="map(xs:integer, xs:boolean)" select="map:merge(
    (//w | //s)[empty(preceding-sibling::*[self::w or self::s][1])]/..[count(w | s) gt 1]
    [empty(text())] ! map{f:node-number(.): true()}, map{'duplicates': 'use-first'})"/>

  <xsl:function name="fp:mark-before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="element()"/>
    <xsl:param name="end" as="xs:string"/>
    <xsl:variable name="parent" select="local-name($element/..)"/>
    <xsl:sequence select="
      if (matches($end, '[,.;:!?]$')) then ''
      else if ($before/self::surname and $element/self::forename) then ','
      else if ($before/self::pubPlace and $element/self::publisher) then ':'
      else if ($before/self::pubPlace and $element/self::pubPlace) then ','
      else if ($before[self::title or self::author or self::editor or self::publisher or self::date
        or self::biblScope or self::edition or self::idno or self::resp or self::addrLine
        or self::street or self::postBox or self::district or self::region or self::country
        or self::settlement[not($element/self::postCode)]
        or self::repository or self::institution or self::collection or self::respStmt]
        and not($parent = ('persName', 'titleStmt', 'bibl', 'title', 'p', 'head', 'opener'))
        and not($before/self::postCode)) then ','
      else if ($parent = ('dateline', 'bibl') and $before[self::placeName or self::settlement]
        and $element[self::date or self::placeName]) then ','
      else if ($parent eq 'bibl' and $before[self::author or self::editor or self::publisher
        or self::title or self::biblScope]) then ','
      else ''"/>
  </xsl:function>

  <!-- On one line. Titles, names and headings without markup, the usual case, need no walk. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="node()?"/>
    <xsl:choose>
      <xsl:when test="empty($element/*)">
        <xsl:sequence select="normalize-space($element)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="pieces" as="xs:string*">
          <xsl:apply-templates mode="m:string" select="$element/node()"/>
        </xsl:variable>
        <xsl:sequence select="normalize-space(string-join($pieces))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:mode name="m:string" on-no-match="shallow-skip"/>
  <xsl:template mode="m:string" match="text()" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template mode="m:string" as="xs:string" priority="1"
    match="w/text()[contains(., '&#10;')] | w/*/text()[contains(., '&#10;')]">
    <xsl:sequence select="f:words-of-token(.)"/>
  </xsl:template>
  <xsl:template mode="m:string" match="*" as="xs:string*">
    <xsl:if test="map:contains($f:fields, local-name())
      or map:contains($f:records, local-name(..)) or f:is-separate(.)">
      <xsl:sequence select="f:separator(.)"/>
    </xsl:if>
    <xsl:apply-templates mode="m:string" select="node()"/>
  </xsl:template>
  <xsl:template mode="m:string" match="lb | cb | p[preceding-sibling::*] | l" as="xs:string*">
    <xsl:sequence select="if (@break = 'no') then () else ' '"/>
    <xsl:apply-templates mode="m:string" select="node()"/>
  </xsl:template>
  <xsl:template mode="m:string" match="gap[empty(node())]" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>
  <xsl:template mode="m:string" match="note | del[parent::subst] | index | figDesc
    | origPlace//geo"/>
  <xsl:template mode="m:string" match="choice" as="xs:string*">
    <xsl:apply-templates mode="m:string" select="f:reading-of-choice(.)"/>
  </xsl:template>
  <xsl:template mode="m:string" match="app" as="xs:string*">
    <xsl:apply-templates mode="m:string" select="(lem, rdgGrp/lem, rdg, rdgGrp/rdg)[1]"/>
  </xsl:template>
</xsl:stylesheet>
