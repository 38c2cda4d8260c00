<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The label of the target of a reference without words: "note 4", "p. 12", a heading, the name of
    an entry. For pages and texts alike.
  -->

  <!--
    The words for a target without words in the file itself. For another file they are those that
    the build gives with the addresses (d12.xml#p3?words: publish/pointers/pointer-words.ts), else
    the name of the file.
  -->
  <xsl:function name="f:target-words" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="id" select="
      if (starts-with($target, '#')) then substring($target, 2)
      else f:expanded(substring-before($target, ':'), substring-after($target, ':'), $pointer)[1]
        [contains(., '#') and not(contains(., ':'))] ! substring-after(., '#')"/>
    <xsl:variable name="element" select="$id ! key('id', ., root($pointer))[1]"/>
    <xsl:variable name="file" 
      select="string(tokenize(substring-before($target || '#', '#'), '/')[last()])"/>
    <xsl:choose>
      <xsl:when test="exists($element)">
        <xsl:sequence select="f:words-for-element($element)"/>
      </xsl:when>
      <xsl:when test="matches($target, '^(https?://|mailto:)', 'i')">
        <xsl:sequence select="replace($target, '^(https?://(www\.)?|mailto:)|/$', '', 'i')"/>
      </xsl:when>
      <xsl:when test="exists($f:addresses($target || '?words'))">
        <xsl:sequence select="string($f:addresses($target || '?words'))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
          (replace($file, '\.xml$', '')[. ne ''], replace($target, '^#|\.xml$', ''))[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    What a pointer into another file names, a speaker, a hand or a witness: as the build gives it,
    else its identifier.
  -->
  <xsl:function name="f:pointed-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="($f:addresses($pointer || '?name') ! string(.),
      replace($pointer, '^.*#', '')[. ne ''], $pointer)[1]"/>
  </xsl:function>

  <xsl:function name="f:words-for-element" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="m:target" select="$element"/>
    </xsl:variable>
    <xsl:sequence select="(
      string-join($words)[normalize-space(.) ne ''], f:say('pointer.passage'))[1]"/>
  </xsl:function>

  <!-- The label of an element in a reference to it. -->
  <xsl:mode name="m:target" on-no-match="shallow-skip"/>

  <xsl:template mode="m:target" match="*" as="xs:string?">
    <xsl:sequence select="(
      fp:opening(head[1])[. ne ''], fp:opening(.)[. ne ''],
      ancestor::*[self::p or self::div or self::ab or self::l][1] ! fp:opening(.))[1]"/>
  </xsl:template>
  <xsl:template mode="m:target" match="note" as="xs:string">
    <xsl:sequence select="
      if (f:is-endnote(.) and exists(ancestor::text))
      then f:say('pointer.note', map{'n': f:note-number(.)}) else fp:opening(.)"/>
  </xsl:template>
  <xsl:template mode="m:target" match="pb | surface" as="xs:string">
    <xsl:sequence select="
      if (@n) then f:say('pointer.page', map{'n': string(@n)}) else f:say('page.unnumbered')"/>
  </xsl:template>
  <xsl:template mode="m:target" match="l | lb | line" as="xs:string">
    <xsl:sequence select="
      if (@n) then f:say('pointer.line', map{'n': string(@n)}) else fp:opening(.)"/>
  </xsl:template>
  <xsl:template mode="m:target" as="xs:string"
    match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7 | text | front | back
    | body">
    <xsl:sequence select="(
      head[1] ! f:words(.)[. ne ''],
      @type ! string-join((f:say-or('division.' || ., string(.)), ../@n), ' '),
      fp:opening(.))[1]"/>
  </xsl:template>
  <xsl:template mode="m:target" match="table | figure" as="xs:string">
    <xsl:variable name="name" select="local-name()"/>
    <xsl:variable name="place" select="
      count(preceding::*[local-name() eq $name]) + 1"/>
    <xsl:sequence select="(
      (head | figDesc)[1] ! f:words(.)[. ne ''],
      f:say('pointer.' || $name, map{'n': string($place)}))[1]"/>
  </xsl:template>
  <xsl:template mode="m:target" match="list | lg | listBibl | castList" as="xs:string">
    <xsl:sequence select="(head[1] ! f:words(.)[. ne ''], fp:opening(.))[1]"/>
  </xsl:template>
  <xsl:template mode="m:target"
    match="person | org | place | event[@xml:id] | nym | category | personGrp" as="xs:string">
    <xsl:sequence select="f:name(.)"/>
  </xsl:template>
  <xsl:template mode="m:target" match="app" as="xs:string?">
    <xsl:sequence select="
      (lem, rdgGrp/lem, rdg, rdgGrp/rdg)[normalize-space(.) ne ''][1] ! fp:opening(.)"/>
  </xsl:template>
  <xsl:template mode="m:target" match="witness" as="xs:string">
    <xsl:sequence select="f:siglum(.)"/>
  </xsl:template>
  <xsl:template mode="m:target" match="bibl | biblStruct" as="xs:string">
    <xsl:variable name="author" select="(author | analytic/author | monogr/author)[1]"/>
    <xsl:variable name="title" select="(title | analytic/title | monogr/title)[1]"/>
    <xsl:sequence select="(
      @n[not(matches(., '^[0-9]+$'))] ! string(.),
      string-join(($author, $title) ! f:words(.)[. ne ''], ', ')[. ne ''],
      fp:opening(.))[1]"/>
  </xsl:template>

  <!-- The first words of a passage: "A paragraph with an …". -->
  <xsl:function name="fp:opening" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="words" select="tokenize(f:words($element))"/>
    <xsl:sequence select="
      if (count($words) le 7) then string-join($words, ' ')
      else string-join($words[position() le 5], ' ') || ' …'"/>
  </xsl:function>
</xsl:stylesheet>
