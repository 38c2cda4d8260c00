<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The additional facts in a list of documents, besides title and date: the subject, and the
    printed pages.
  -->

  <!-- The words before a subject, in the languages of the texts: "SUBJECT:", "Betreff:". -->
  <xsl:variable name="fp:subject-word" as="xs:string" select="
    '^(subjects?|subj|re|topic|betreff|betrifft|betr|objet|asunto|oggetto)\s*'"/>
  <xsl:variable name="fp:label-alone" as="xs:string" select="$fp:subject-word || '[:.]?$'"/>
  <xsl:variable name="fp:label" as="xs:string" select="$fp:subject-word || ':\s*'"/>

  <!-- A subject is in the opening of a text, and is short. -->
  <xsl:variable name="fp:opening-blocks" as="xs:integer" select="15"/>
  <xsl:variable name="fp:longest-subject" as="xs:integer" select="400"/>

  <!--
    The subject in the text: a list of that type, else a paragraph of the opening with that label,
    or after a label that is alone.
  -->
  <xsl:function name="f:subject" as="xs:string?">
    <xsl:param name="texts" as="element()*"/>
    <xsl:variable name="list" select="$texts[1]/descendant::list[@type = 'subject'][1]"/>
    <xsl:variable name="listed" select="
      $list/item ! replace(f:words(.), '[\s;.,]+$', '')[. ne '']"/>
    <xsl:sequence select="
      if (exists($listed)) then fp:short-words(string-join($listed, '; '))
      else if (exists($texts[1]/body)) then fp:labelled-subject($texts[1]) else ()"/>
  </xsl:function>

  <xsl:function name="fp:labelled-subject" as="xs:string?">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="blocks" as="xs:string*" select="
      $text/descendant::p[position() le $fp:opening-blocks]
      ! (if (string-length(.) le $fp:longest-subject) then f:words(.) else '')"/>
    <xsl:variable name="first" as="xs:integer?" select="
      (for $at in 1 to count($blocks)
        return $at[matches($blocks[$at], $fp:label, 'i')
          or matches($blocks[$at], $fp:label-alone, 'i')])[1]"/>
    <xsl:variable name="words" select="$blocks[$first]"/>
    <xsl:variable name="own" select="
      $words[not(matches(., $fp:label-alone, 'i'))] ! replace(., $fp:label, '', 'i')"/>
    <xsl:sequence select="
      fp:short-words(($own, $blocks[$first + 1])[. ne ''][1])"/>
  </xsl:function>

  <!-- A subject of many lines is cut between words. -->
  <xsl:function name="fp:short-words" as="xs:string?">
    <xsl:param name="subject" as="xs:string?"/>
    <xsl:sequence select="
      if (string-length($subject) gt $fp:longest-subject)
      then replace(substring($subject, 1, $fp:longest-subject), '\s+\S*$', '') || ' …'
      else $subject"/>
  </xsl:function>

  <!--
    The printed pages: from the header, else the first and the last page that begins in the text.
  -->
  <xsl:function name="f:printed-pages" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:param name="texts" as="element()*"/>
    <xsl:variable name="stated" select="h:page-scope($header)"/>
    <xsl:variable name="begun" select="$texts/descendant::pb/@n[normalize-space() ne '']"/>
    <xsl:sequence select="
      if (exists($stated)) then $stated
      else string-join(distinct-values(($begun[1], $begun[last()]) ! normalize-space()),
        '–')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
