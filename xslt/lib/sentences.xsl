<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The sentence around a stretch of running text, for back-links that show a mention in its context. -->

  <!-- Words whose full stop ends no sentence: titles, and parts of a reference or a date. Initials are told by their form. -->
  <xsl:variable name="fp:abbreviations" as="map(xs:string, xs:boolean)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    select="map:merge(tokenize('Mr. Mrs. Ms. Messrs. Dr. Jr. Sr. St. Lt. Col. Gen. Maj. Capt. Cmdr. Adm. Amb. Sen. Rep. Gov. Prof.
      Vol. vol. Vols. vols. No. no. Nos. nos. p. pp. ed. eds. ff. cf. vs. etc. Sec. Jan. Feb. Aug. Sept. Oct. Nov. Dec. Dept. Govt. Ft.
      Art. para. Ser.') ! map{.: true()})"/>

  <!-- Quotation marks and brackets, which may stand before and after the words of a sentence. -->
  <xsl:variable name="fp:marks" as="xs:string">“”‘’"'()[]</xsl:variable>

  <!--
    The sentences of a text, with what stands between them: together they are the text. A sentence may end where a full stop, a question or
    exclamation mark, with closing marks after it, stands before white space and a capital or a digit. Few and plain regular expressions:
    saxon-js translates one anew on every call. The caller keeps the result for all mentions of a block.
  -->
  <xsl:function name="f:sentences" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <!-- Cut at every place in question; what follows a place is then the beginning of a piece, found without counting. -->
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\S*[.!?…][”’&quot;&apos;)\]]*\s+">
        <xsl:matching-substring><xsl:sequence select="."/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:iterate select="1 to count($pieces)">
      <xsl:param name="begun" as="xs:string" select="''"/>
      <xsl:on-completion select="$begun[. ne '']"/>
      <xsl:variable name="place" select="."/>
      <xsl:variable name="whole" select="$begun || $pieces[$place]"/>
      <xsl:variable name="ends" select="fp:ends-sentence($pieces[$place], $pieces[$place + 1])"/>
      <xsl:if test="$ends">
        <xsl:sequence select="$whole"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="begun" select="if ($ends) then '' else $whole"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:ends-sentence" as="xs:boolean">
    <xsl:param name="piece" as="xs:string"/>
    <xsl:param name="following" as="xs:string?"/>
    <xsl:choose>
      <!-- First what costs nothing: most pieces have no stop at all. -->
      <xsl:when test="not(contains($piece, '.') or contains($piece, '?') or contains($piece, '!') or contains($piece, '…'))">
        <xsl:sequence select="false()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="words" select="normalize-space(translate($piece, $fp:marks, ''))"/>
        <xsl:variable name="word" select="if (contains($words, ' ')) then tokenize($words, ' ')[last()] else $words"/>
        <xsl:variable name="first" select="substring(translate(substring($following, 1, 2), $fp:marks, ''), 1, 1)"/>
        <xsl:sequence select="
          $first ne '' and (lower-case($first) ne $first or contains('0123456789', $first))
          and (ends-with($word, '.') or ends-with($word, '?') or ends-with($word, '!') or ends-with($word, '…'))
          and (ends-with($piece, ' ') or ends-with($piece, '&#10;') or ends-with($piece, '&#9;') or ends-with($piece, '&#160;'))
          and not($fp:abbreviations($word)) and not(fp:is-initials($word))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Capitals with a stop after each: "J.", "U.S." -->
  <xsl:function name="fp:is-initials" as="xs:boolean">
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="stops" select="string-length($word) - string-length(translate($word, '.', ''))"/>
    <xsl:sequence select="string-length($word) eq 2 * $stops and lower-case($word) ne $word"/>
  </xsl:function>
</xsl:stylesheet>
