<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The sentence around a stretch of running text, for back-links that show a mention in its context. -->

  <!-- Where sentences may end: a full stop, question or exclamation mark, closing marks, then a space before a capital or a digit. -->
  <xsl:variable name="fp:ending" as="xs:string"><xsl:text>\S*[.!?…][”’"')\]]*\s+</xsl:text></xsl:variable>

  <!-- What the next sentence begins with. -->
  <xsl:variable name="fp:beginning" as="xs:string" expand-text="no"><xsl:text>^[“‘"'(\[]?[\p{Lu}\p{Nd}]</xsl:text></xsl:variable>

  <!-- Words whose full stop ends no sentence: single letters (initials, "U.S."), titles, and parts of a reference. -->
  <xsl:variable name="fp:abbreviation" as="xs:string" expand-text="no">
    <xsl:text>^[(\[“‘"']*(\p{L}|(\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Jr|Sr|St|Lt|Col|Gen|Maj|Capt|Cmdr|Adm|Amb|Sen|Rep|Gov|Prof|Messrs|Vol|vol|vols|No|no|Nos|nos|p|pp|ed|eds|ff|cf|vs|etc|Sec|Sept|Jan|Feb|Aug|Oct|Nov|Dec|Dept|Govt|Ft|Art|para|Ser)[.][”’"')\]]*\s+$</xsl:text>
  </xsl:variable>

  <!--
    The offsets (from 0) at which sentences begin, the first being 0, and last the length of the text. One pass over the text; the
    caller keeps the result for all mentions of a block.
  -->
  <xsl:function name="f:sentence-bounds" as="xs:integer+">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$text" regex="{$fp:ending}">
        <xsl:matching-substring><xsl:sequence select="."/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="0"/>
    <xsl:iterate select="$pieces">
      <xsl:param name="end" as="xs:integer" select="0"/>
      <xsl:variable name="piece" select="."/>
      <xsl:variable name="next" select="$end + string-length(.)"/>
      <xsl:sequence select="
        $next[$next lt string-length($text)]
          [matches($piece, '^' || $fp:ending || '$')]
          [not(matches($piece, $fp:abbreviation))]
          [matches(substring($text, $next + 1, 2), $fp:beginning)]"/>
      <xsl:next-iteration>
        <xsl:with-param name="end" select="$next"/>
      </xsl:next-iteration>
    </xsl:iterate>
    <xsl:sequence select="string-length($text)"/>
  </xsl:function>
</xsl:stylesheet>
