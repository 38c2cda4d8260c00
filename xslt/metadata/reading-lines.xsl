<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:r="urn:siglum:reading"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The content of a line of the text (reading-blocks.xsl): the stated reading (corrected,
    regularized, expanded, added, the lemma), with the other one beside it.
  -->

  <xsl:mode name="m:inline" on-no-match="text-only-copy"/>

  <!--
    Line breaks of the file are spaces; sequences of spaces are folded when a line is complete.
    White space before a line that begins within a word is layout of the file, a hyphen there is not
    part of the word.
  -->
  <xsl:template mode="m:inline" match="text()">
    <xsl:variable name="words" select="
      if (contains(., '&#10;') or contains(., '&#9;') or contains(., '&#13;'))
      then translate(., '&#9;&#10;&#13;', '   ') else string(.)"/>
    <xsl:variable name="within"
      select="following-sibling::node()[1]/self::*[fp:is-within-word(.)]"/>
    <xsl:choose>
      <xsl:when test="exists($within)">
        <xsl:text>{replace($words, '\s+$', '')
          ! (if ($within/self::lb) then replace(., '[-‐¬=⸗&#xAD;]$', '') else .)}</xsl:text>
      </xsl:when>
      <xsl:when test="preceding-sibling::node()[1]/self::*[fp:is-within-word(.)]">
        <xsl:text>{replace($words, '^\s+', '')}</xsl:text>
      </xsl:when>
      <xsl:otherwise>{$words}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Fields that adjoin in the file are separated, as on the page (../lib/text/words.xsl). -->
  <xsl:template mode="m:inline" priority="18" match="
    *[map:contains($f:fields, local-name()) or map:contains($f:records, local-name(..))]
    [preceding-sibling::node()[1][not(self::text())] or f:is-after-words(.)]">
    <xsl:for-each select="f:separator(.)[. ne '']"><r:added>{.}</r:added></xsl:for-each>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template mode="m:inline" priority="-5"
    match="*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0'][f:is-separate(.)]">
    <r:added>{f:separator(.)}</r:added>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template mode="m:inline" priority="18" match="seg[@xml:lang][f:is-separate(.)]
    | persName/abbr[f:is-separate(.)]">
    <r:added>{f:separator(.)}</r:added>
    <xsl:next-match/>
  </xsl:template>

  <!-- Elements that are never within a word are separated from the words beside them. -->
  <xsl:template mode="m:inline" priority="17"
    match="*[map:contains($f:never-in-words, local-name())]">
    <xsl:if test="f:needs-space-before(.)"><r:added>{' '}</r:added></xsl:if>
    <xsl:next-match/>
    <xsl:if test="f:needs-space-after(.)"><r:added>{' '}</r:added></xsl:if>
  </xsl:template>

  <xsl:template mode="m:inline" priority="2" match="text()[following-sibling::node()[1][self::pc
    or self::w[. = (',', '.', ')', ']')]]][f:is-before-closing-mark(.)]"/>
  <xsl:template mode="m:inline" priority="0.7"
    match="text()[map:contains($f:bracketed, local-name(..))][f:has-open-edge(.)]">
    <xsl:text>{translate(f:within-brackets(.), '&#9;&#10;&#13;', '   ')}</xsl:text>
  </xsl:template>
  <xsl:template mode="m:inline" priority="1" match="w/text() | w/*/text()[contains(., '&#10;')]">
    <xsl:text>{f:words-of-token(.)}</xsl:text>
  </xsl:template>

  <!-- Sounds and actions beside the words are in brackets that are not the source's. -->
  <xsl:template mode="m:inline"
    match="(writing | vocal | kinesic | incident)/desc[f:needs-space-after(.)]">
    <xsl:next-match/><r:added>{' '}</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" match="pause | vocal | kinesic | incident | shift | writing">
    <xsl:variable name="words" select="normalize-space() ne ''"/>
    <r:added>[{if ($words) then () else string-join((f:say-or('sound.' || local-name(),
      local-name()), @type, @feature, @new), ' ')}</r:added>
    <xsl:apply-templates mode="#current"/>
    <r:added>]</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" match="gap/desc[not(matches(., '^\s*\['))]">
    <r:added>[</r:added>
    <xsl:apply-templates mode="#current"/>
    <r:added>]</r:added>
  </xsl:template>

  <!-- Cells and rows of a table within a cell, where there is only room for a line. -->
  <xsl:template mode="m:inline" match="table//table//cell[preceding-sibling::cell]
    | table//table//row[preceding-sibling::*] | cell/table[preceding-sibling::node()]"
    priority="20">
    <r:added>{' '}</r:added>
    <xsl:next-match/>
  </xsl:template>

  <!-- A block in a cell, where there is only room for a line. -->
  <xsl:template mode="m:inline" match="*[fp:is-block(.)][not(self::cell)]">
    <xsl:apply-templates mode="#current"/>
    <r:break/>
  </xsl:template>

  <xsl:template mode="m:inline" match="note[f:is-endnote(.)]" priority="1">
    <r:note n="{f:note-number(.)}" label="{f:note-label(.)}"/>
  </xsl:template>

  <!-- A remark within the line is separate from the words before it. -->
  <xsl:template mode="m:inline" priority="0.8" match="note[not(f:is-endnote(.))][ancestor::text]
    [parent::p or parent::ab or parent::l or parent::head or parent::item or parent::cell
      or parent::seg or parent::hi or parent::quote]">
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:if test="exists($before) and not(matches($before, '[\s(\[]$'))">
      <r:added>{' '}</r:added>
    </xsl:if>
    <xsl:variable name="bracketed" as="xs:boolean" select="matches(., '^\s*[\[(⟨]')"/>
    <xsl:if test="not($bracketed)"><r:added>[</r:added></xsl:if>
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="not($bracketed)"><r:added>]</r:added></xsl:if>
    <xsl:if test="matches(following-sibling::node()[1], '^[\p{L}\p{N}]')">
      <r:added>{' '}</r:added>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="m:inline" match="pb"><r:page n="{normalize-space(@n)}"/></xsl:template>

  <xsl:template mode="m:inline" match="lb">
    <xsl:if test="not(fp:is-within-word(.))"><r:break/></xsl:if>
  </xsl:template>

  <!-- Whether a word continues after a break: @break says so, or a soft hyphen is before it. -->
  <xsl:function name="fp:is-within-word" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
      $break/@break = 'no' or $break[self::lb][not(@break)]
      /preceding-sibling::node()[1]/self::text()[matches(., '&#xAD;\s*$')]"/>
  </xsl:function>

  <xsl:template mode="m:inline" match="hi | emph | foreign | title">
    <xsl:variable name="rend" select="tokenize(@rend)"/>
    <xsl:choose>
      <xsl:when test="$rend = ('bold', 'b', 'strong')">
        <r:emphasis as="bold"><xsl:apply-templates mode="#current"/></r:emphasis>
      </xsl:when>
      <xsl:when test="$rend = ('italic', 'italics', 'i') or self::emph or self::foreign
        or self::title[not(@level = ('a', 'u'))]">
        <r:emphasis as="italic"><xsl:apply-templates mode="#current"/></r:emphasis>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Two readings -->

  <xsl:template mode="m:inline" match="choice[count(f:levels(.)) eq 1]" priority="1">
    <xsl:apply-templates mode="#current" select="f:levels(.)"/>
  </xsl:template>
  <xsl:template mode="m:inline" match="choice">
    <xsl:param name="in-reading" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="stated" select="f:reading-of-choice(.)"/>
    <xsl:choose>
      <xsl:when test="$in-reading">
        <xsl:apply-templates mode="#current" select="$stated"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:readings($stated, f:other-readings(.), false())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Struck-out words, and their replacement. -->
  <xsl:template mode="m:inline" match="subst[del][add]">
    <xsl:param name="in-reading" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-reading">
        <xsl:apply-templates mode="#current" select="* except del"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:readings(* except del, del, true())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A deletion that was cancelled is text again. -->
  <xsl:template mode="m:inline" match="restore/del" priority="2">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template mode="m:inline" match="del">
    <xsl:param name="in-reading" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="instead" select="following-sibling::node()[1]/self::add"/>
    <xsl:if test="not($in-reading)">
      <xsl:sequence select="fp:readings($instead, ., true())"/>
    </xsl:if>
  </xsl:template>
  <xsl:template mode="m:inline" match="add[preceding-sibling::node()[1][self::del]]">
    <xsl:param name="in-reading" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$in-reading"><xsl:next-match/></xsl:if>
  </xsl:template>

  <xsl:function name="fp:readings" as="element(r:choice)">
    <xsl:param name="stated" as="element()*"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:param name="deleted" as="xs:boolean"/>
    <r:choice>
      <xsl:if test="$deleted"><xsl:attribute name="deleted" select="'true'"/></xsl:if>
      <r:stated>
        <xsl:apply-templates mode="m:inline" select="$stated">
          <xsl:with-param name="in-reading" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </r:stated>
      <xsl:for-each select="$others">
        <r:other>
          <xsl:apply-templates mode="m:inline">
            <xsl:with-param name="in-reading" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </r:other>
      </xsl:for-each>
    </r:choice>
  </xsl:function>

  <xsl:template mode="m:inline" match="app">
    <xsl:apply-templates mode="#current" select="fp:preferred(.)"/>
  </xsl:template>

  <!-- Content without words of its own -->

  <xsl:template mode="m:inline" match="gap[normalize-space() eq '']">
    <r:added>{string-join((f:say('gap') ! replace(., '\]$', ''), f:amount(.)), ' ')}]</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" match="space">
    <xsl:variable name="amount" select="f:amount(.)"/>
    <r:added>{
      if ($amount) then f:say('space.amount', map{'amount': $amount}) else f:say('space')}</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" match="unclear[empty(node())]">
    <r:added>{f:say('unclear.empty', map{'amount': string(f:amount(.))})}</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" match="g[empty(node())]">
    <r:added>{f:sign(.)}</r:added>
  </xsl:template>
</xsl:stylesheet>
