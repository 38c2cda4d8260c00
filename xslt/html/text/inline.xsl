<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Words within a line: highlighting, foreign words, and names that are shown as their text only.
  -->

  <!-- The element of HTML for the first known token of @rend. -->
  <xsl:variable name="fp:highlights" as="map(xs:string, xs:string)" select="map{
    'italic': 'i', 'italics': 'i', 'i': 'i', 'bold': 'b', 'b': 'b', 'strong': 'b', 'underline': 'u',
    'underlined': 'u', 'u': 'u', 'ul': 'u',
    'sup': 'sup', 'super': 'sup', 'superscript': 'sup', 'sub': 'sub', 'subscript': 'sub',
    'strikethrough': 's', 'small': 'small'}"/>

  <xsl:template match="hi | emph | title[@rend]">
    <xsl:variable name="tokens" select="tokenize(@rend)"/>
    <xsl:variable name="known" select="$tokens[exists($fp:highlights(.))][1]"/>
    <!-- Renditions without an element of HTML. -->
    <xsl:variable name="look" select="f:rendition(.)[empty($known)
      or not(. = $fp:renditions($known))]"/>
    <xsl:variable name="class" select="if (empty($known) and empty($look)) then $tokens ! ('rend-'
      || .) else $look"/>
    <xsl:element name="{f:box(., (if (self::title) then 'cite' else (), $known ! $fp:highlights(.),
      if (self::emph) then 'em' else 'span')[1])}">
      <xsl:if test="exists($class)"><xsl:attribute name="class" select="string-join($class,
        ' ')"/></xsl:if>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="foreign">
    <xsl:element name="{f:box(., 'i')}">
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!--
    Parts that a reader need not distinguish. With an attribute that matters (an identifier, which
    stays an address, a language, a rendition), they have an element of their own on the page. Used
    if no other template matches the element.
  -->
  <xsl:variable name="fp:parts" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    seg s num measure availability licence classCode catRef keywords textClass editionStmt phone
     time soCalled mentioned gloss label desc affiliation roleName forename surname genName
     addName nameLink street postCode postBox string
    email am ex distinct docDate titlePart role roleDesc actor caesura orth pron hyph syll gram
    pos gen number case def lbl usg mood tns per colloc
    rhyme phr cl lang nationality occupation residence state height objectName idno code
    ident val att gi tag publisher pubPlace author
    editor biblScope edition imprint citedRange respStmt resp district bloc geo location birth
    death sex age education faith langKnowledge langKnown
    trait event persPronouns gender socecStatus floruit measureGrp unit offset geogFeat population
    climate terrain depth width dim dimensions secFol
    catchwords signatures locus locusGrp material origDate origPlace watermark heraldry respons
    extent meeting sponsor funder principal distributor
    authority relatedItem titleStmt editionStmt publicationStmt seriesStmt notesStmt textLang
    altIdentifier iType subc stress oRef pRef oVar pVar rubric incipit explicit finalRubric
    colophon
    ') ! map{.: true()})"/>

  <xsl:template match="tei:*[map:contains($fp:parts, local-name())]" priority="-5">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- One that names an entry is a link to it: the author of a book, a district, a forename. -->
  <xsl:template match="tei:*[@ref or @key][map:contains($fp:parts, local-name())]
    [f:entry-id(.) ! map:contains($f:addresses, .)]" priority="-4">
    <xsl:call-template name="m:mention"/>
  </xsl:template>

  <xsl:template match="tei:*[@xml:id or @xml:lang or @rend or @rendition
    or @style][map:contains($fp:parts, local-name())]" priority="-4">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!--
    Fields that adjoin in the file are separated on the page, as a reader expects
    (../lib/text/words.xsl). Blocks are separate anyway.
  -->
  <xsl:template priority="18" match="
    tei:*[map:contains($f:fields, local-name()) or map:contains($f:records, local-name(..))]
    [preceding-sibling::node()[1][not(self::text())] or f:is-after-words(.)]">
    <xsl:if test="not(f:is-block(.))">
      <xsl:for-each select="f:separator(.)[. ne '']"><span class="added">{.}</span></xsl:for-each>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template priority="18" match="seg[@xml:lang][f:is-separate(.)]
    | persName/abbr[f:is-separate(.)]">
    <span class="added">{f:separator(.)}</span>
    <xsl:next-match/>
  </xsl:template>

  <!-- Elements that are never within a word are separated from the words beside them. -->
  <xsl:template priority="17" match="tei:*[map:contains($f:never-in-words, local-name())]">
    <xsl:if test="f:needs-space-before(.)"><span class="added">{' '}</span></xsl:if>
    <xsl:next-match/>
    <xsl:if test="f:needs-space-after(.)"><span class="added">{' '}</span></xsl:if>
  </xsl:template>

  <xsl:template match="text()[following-sibling::node()[1]
    [self::pc or self::w[. = (',', '.', ')', ']')]]]
    [f:is-before-closing-mark(.)]" priority="2"/>
  <!-- Indentation at the end of a place or date is not a space before a comma. -->
  <xsl:template priority="1"
    match="placeName/text()[contains(., '&#10;')][fp:ends-before-comma(.)]
    | date/text()[contains(., '&#10;')][fp:ends-before-comma(.)]"/>

  <xsl:function name="fp:ends-before-comma" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:sequence select="normalize-space($space) eq '' and empty($space/following-sibling::node())
      and exists($space/../following-sibling::node()[1][self::text()][matches(., '^[,.;:)]')])"/>
  </xsl:function>

  <xsl:template match="text()[map:contains($f:bracketed, local-name(..))][f:has-open-edge(.)]">
    <xsl:value-of select="f:within-brackets(.)"/>
  </xsl:template>
  <xsl:template match="w/text()">
    <xsl:text>{f:words-of-token(.)}</xsl:text>
  </xsl:template>
  <xsl:template match="w/*/text()[contains(., '&#10;')]" priority="1">
    <xsl:text>{f:words-of-token(.)}</xsl:text>
  </xsl:template>

  <!-- Words and letters are too many to have an address each (../lib/addresses/anchors.xsl). -->
  <xsl:template match="w | c | pc | m">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="(w | c | pc | m)[@xml:lang or @rend or @rendition or @style]" priority="1">
    <span>
      <xsl:sequence select="f:look(.), @xml:lang ! f:language(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- If there is nothing to show, its address. -->
  <xsl:function name="f:place" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id">
      <span><xsl:sequence select="f:identity($element)"/></span>
    </xsl:if>
  </xsl:function>

  <!-- White space between blocks is layout of the file; within a line it is text and stays. -->
  <xsl:template priority="30" match="text()[parent::body or parent::div or parent::list
    or parent::table or parent::row or parent::text][normalize-space() eq '']"/>
</xsl:stylesheet>
