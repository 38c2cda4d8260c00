<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:mp="urn:siglum:mode:private" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Inscriptions and papyri, after EpiDoc: lines with their numbers, and in the division of the text
    itself the signs of the Leiden conventions. The signs are not the text's: each is marked as
    added. Dots under a letter are in the style sheet (.unclear).
  -->

  <!-- The signs before and after an element; empty if the conventions have none. -->
  <xsl:function name="fp:signs" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates mode="mp:signs" select="$element"/>
  </xsl:function>

  <xsl:mode name="mp:signs" on-no-match="deep-skip"/>
  <xsl:template mode="mp:signs" match="supplied[@reason = ('lost', 'undefined')]"
    as="xs:string*"><xsl:sequence select="'[', ']'"/></xsl:template>
  <xsl:template mode="mp:signs" match="supplied[@reason = 'omitted']" as="xs:string*"><xsl:sequence
    select="'⟨', '⟩'"/></xsl:template>
  <xsl:template mode="mp:signs" match="supplied[@reason = ('subaudible', 'explanation')] | ex"
    as="xs:string*"><xsl:sequence select="'(', ')'"/></xsl:template>
  <xsl:template mode="mp:signs" match="del" as="xs:string*"><xsl:sequence select="'⟦',
    '⟧'"/></xsl:template>
  <xsl:template mode="mp:signs" match="surplus" as="xs:string*"><xsl:sequence select="'{',
    '}'"/></xsl:template>
  <xsl:template mode="mp:signs" match="add" as="xs:string*"><xsl:sequence select="'`',
    '´'"/></xsl:template>

  <xsl:template priority="3" match="
      div[@type = 'edition']//supplied | div[@type = 'edition']//del
      | div[@type = 'edition']//surplus | div[@type = 'edition']//add
    | div[@type = 'edition']//ex">
    <xsl:variable name="signs" select="fp:signs(.)"/>
    <xsl:for-each select="$signs[1]"><span class="sign added">{.}</span></xsl:for-each>
    <xsl:next-match/>
    <xsl:if test="@cert = 'low' and exists($signs)"><span class="sign added">?</span></xsl:if>
    <xsl:for-each select="$signs[2]"><span class="sign added">{.}</span></xsl:for-each>
  </xsl:template>

  <xsl:template match="ex" priority="1">
    <span class="ex">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!--
    Lost text in its length, if that is known: a dot for a character, up to ten; dashes for the
    rest.
  -->
  <xsl:template priority="3" match="div[@type = 'edition']//gap[@reason = ('lost',
    'illegible')][normalize-space() eq '']">
    <xsl:variable name="of-characters" as="xs:boolean"
      select="matches(@unit, '^(char|letter)', 'i')"/>
    <xsl:variable name="number" select="(@quantity, @atLeast, @atMost, @min, @max,
      @extent[matches(., '\d')])[1]"/>
    <xsl:variable name="dots"
      select="$of-characters and matches(@quantity, '^([1-9]|10)$')"/>
    <xsl:variable name="exact" select="$dots and not(@precision)"/>
    <!-- "[– – –]" says that the number of characters is unknown; of lines words do. -->
    <xsl:variable name="amount"
      select="f:amount(.)[not($exact) and not($of-characters and empty($number))]"/>
    <xsl:variable name="length" select="
      if ($exact) then string-join((1 to xs:integer(@quantity)) ! '.')
      else string-join(('– –', $amount, '– –'[$amount], '–'[empty($amount)]), ' ')"/>
    <!-- Within brackets of the same meaning there are no further ones. -->
    <xsl:variable name="enclosed" select="exists(ancestor::supplied[@reason = ('lost',
      'undefined')])"/>
    <span class="gap" title="{string-join((f:say-or('reason.' || @reason, string(@reason)),
      f:amount(.)), ', ')}">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">{
        if (@reason = 'lost' and not($enclosed)) then '[' || $length || ']' else $length}</span>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!--
    White space before a line end within a word is layout of the file: "Impera-", not "Impera -".
  -->
  <xsl:template priority="1" match="text()[following-sibling::node()[1][self::*][@break = 'no']]">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>

  <!--
    A numbered line of the source: in an inscription each has its number, elsewhere every fifth. The
    first line of a passage begins it; a word that continues has a hyphen, which is not the text's.
  -->
  <xsl:template match="lb[@n]" priority="1">
    <xsl:variable name="inscription" select="exists(ancestor::div[@type = 'edition'])"/>
    <xsl:if test="@break = 'no' and $inscription and not(fp:has-hyphen(.))">
      <span class="added">-</span>
    </xsl:if>
    <xsl:if test="exists(preceding-sibling::node()[self::*
      or normalize-space() ne ''][1])"><br><xsl:sequence select="f:within-word(.)"/></br></xsl:if>
    <xsl:if test="@xml:id"><span><xsl:sequence select="f:identity(.)"/></span></xsl:if>
    <xsl:sequence select="if ($inscription) then f:line-number(@n) else f:fifth-number(.)"/>
    <xsl:sequence select="f:pictured(.)"/>
  </xsl:template>

  <!-- The text has a hyphen of its own there: of a compound, "śakti" "-siddhi". -->
  <xsl:function name="fp:has-hyphen" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="matches($break/following-sibling::node()[1], '^\s*[-‐]')
      or matches($break/preceding-sibling::node()[1], '[-‐]\s*$')"/>
  </xsl:function>

  <!-- Its entries are in the page's apparatus, under that heading. -->
  <xsl:template priority="2" match="div[@type = 'apparatus'][listApp | app]
    [not(* except (listApp | app | head))]">
    <xsl:sequence select="f:place(.)"/>
    <xsl:for-each select="head"><h2><xsl:apply-templates/></h2></xsl:for-each>
    <xsl:apply-templates select="listApp"/>
  </xsl:template>

  <!--
    The divisions of one type in one parent, by parent and type; and those of them with one value of
    an attribute. Comparing each with its siblings would take time with the square of their number.
  -->
  <xsl:key name="fp:same-type" match="div[@type][empty(head)]" use="fp:group(.)"/>
  <xsl:key name="fp:same-value" match="div[@type][empty(head)]" use="
    (@subtype | @n | @xml:lang) ! fp:value(.)"/>

  <!-- Divisions that nothing distinguishes. -->
  <xsl:key name="fp:undistinguished" match="div[@type][empty(head)]
    [empty(@subtype | @n | @xml:lang)]" use="fp:group(.)"/>

  <!-- Editions by their parent: a division asks whether it is beside one. -->
  <xsl:key name="fp:edition-in" match="div[@type = 'edition']" use="f:node-number(..)"/>

  <xsl:function name="fp:group" as="xs:string">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="f:node-number($division/..) || ' ' || $division/@type"/>
  </xsl:function>

  <xsl:function name="fp:value" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="fp:group($attribute/..) || ' ' || name($attribute) || '=' || $attribute"/>
  </xsl:function>

  <!-- " (logical)": distinguishes two editions or translations of one text. -->
  <xsl:function name="fp:which-of-several" as="xs:string">
    <xsl:param name="division" as="element(div)"/>
    <xsl:variable name="peers" select="key('fp:same-type', fp:group($division), root($division))"/>
    <xsl:variable name="own" select="($division/@subtype, $division/@n, $division/@xml:lang)
      [count(key('fp:same-value', fp:value(.), root($division))) eq 1][1]"/>
    <xsl:sequence select="
      if (count($peers) lt 2 or empty($own)
        and count(key('fp:undistinguished', fp:group($division), root($division))) eq 1) then ''
      else ' (' || ($own, count($peers[. &lt;&lt; $division]) + 1)[1] || ')'"/>
  </xsl:function>

  <!--
    EpiDoc's divisions have no headings of their own in the TEI. Their classes differ from those of
    the page's own parts.
  -->
  <xsl:template priority="1" match="div[@type = ('edition', 'translation', 'commentary',
    'apparatus', 'bibliography')]">
    <section class="division division-{@type}" data-type="{@type}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:if test="empty(head) and exists(key('fp:edition-in', f:node-number(..)))
        and (normalize-space() ne '' or exists(descendant::*[self::gap or self::graphic
        or self::ptr or self::ref or self::g]))">
        <h2 class="added">{f:say('division.' || @type)}{fp:which-of-several(.)}</h2>
      </xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>
</xsl:stylesheet>
