<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The witnesses of the text and their letters. Each has a number on its page, since the letters
    differ between editions and the style sheet does not: a witness's readings have the class w1,
    w2, … (site/styles/document/52-apparatus.css).
  -->

  <!--
    Of the header; if it lists none, those in the text itself, for example in its back matter.
  -->
  <xsl:variable name="fp:declared-witnesses" as="element()*"
    select="f:witnesses(f:file-header(/))"/>
  <xsl:variable name="f:witnesses" as="element()*" select="
    if ($fp:declared-witnesses/self::witness or empty($f:apparatus)) then $fp:declared-witnesses
    else (f:texts(/)//listWit/witness, $fp:declared-witnesses)"/>

  <!--
    The witnesses that the reader can choose: those with words of their own in the text. The style
    sheet supports twelve.
  -->
  <xsl:variable name="fp:selectable" as="element(witness)*" select="
    $f:witnesses[position() le 12][self::witness][f:pointer(.) =
    $f:apparatus[exists(f:base-in-text(.))]//rdg/tokenize(@wit)]"/>

  <xsl:function name="f:pointer" as="xs:string?">
    <xsl:param name="witness" as="element()"/>
    <xsl:sequence select="$witness/@xml:id ! ('#' || .)"/>
  </xsl:function>

  <!-- The classes of a reading's witnesses: w1 w3. -->
  <xsl:function name="f:witness-classes" as="xs:string*">
    <xsl:param name="reading" as="element()*"/>
    <xsl:sequence select="sort(distinct-values($reading/tokenize(@wit) ! $fp:witness-numbers(.)))
      ! ('w' || .)"/>
  </xsl:function>

  <xsl:function name="f:class-of-witness" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="$fp:witness-numbers($pointer)[1] ! ('w' || .)"/>
  </xsl:function>

  <!--
    By pointer the places in the list: searching the list for every reading would cost readings
    times witnesses.
  -->
  <xsl:variable name="fp:witness-numbers" as="map(*)" select="
    map:merge(for $n in 1 to count($f:witnesses) return f:pointer($f:witnesses[$n]) ! map{.: $n},
    map{'duplicates': 'combine'})"/>

  <!-- The options of the switch: [{n, siglum}]. -->
  <xsl:function name="f:selectable-witnesses" as="map(*)*">
    <xsl:for-each select="$f:witnesses">
      <xsl:if test="some $one in $fp:selectable satisfies . is $one">
        <xsl:sequence select="map{'n': position(), 'siglum': f:siglum(.)}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!--
    The letters of the witnesses that have a reading, each a link to the witness. A letter without a
    witness stays unchanged.
  -->
  <xsl:function name="f:sigla" as="node()*">
    <xsl:param name="reading" as="element()?"/>
    <xsl:for-each select="tokenize($reading/@wit)">
      <xsl:variable name="witness" select=".[starts-with(., '#')]
        ! key('id', substring(., 2), root($reading))[1]
          [self::witness[parent::listWit] or self::msDesc]"/>
      <!-- Empty where the page does not show the witness, for example one outside sourceDesc. -->
      <xsl:variable name="address" select="f:address(., $reading)[exists($witness)
        or not(starts-with(current(), '#'))]"/>
      <span class="added">&#160;</span>
      <xsl:choose>
        <xsl:when test="$address">
          <a class="siglum added" href="{$address}">{fp:siglum-of(., $reading)}</a>
        </xsl:when>
        <xsl:otherwise>
          <b class="siglum added">
            <xsl:if test="starts-with(., '#')
              and empty(key('id', substring-after(., '#'), root($reading)))">
              <xsl:attribute name="title" select="f:say('siglum.undefined')"/>
            </xsl:if>
            <xsl:text>{fp:siglum-of(., $reading)}</xsl:text>
          </b>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <!-- An edition's conjecture has no witness, but an author. -->
    <xsl:for-each select="$reading[not(@wit)]/(@resp | @source)/tokenize(.)[not(. = $fp:programs)]">
      <xsl:variable name="address" select="f:address(., $reading)"/>
      <span class="added">&#160;</span>
      <xsl:choose>
        <xsl:when test="$address">
          <a class="siglum added" href="{$address}">{f:pointed-name(.)}</a>
        </xsl:when>
        <xsl:otherwise><b class="siglum added">{f:pointed-name(.)}</b></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The letters as words: for text without links. -->
  <xsl:function name="f:siglum-words" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="tokenize($reading/@wit) ! fp:siglum-of(., $reading)"/>
  </xsl:function>

  <!-- Of a witness, or of a list of witnesses that has a letter as a group. -->
  <xsl:function name="fp:siglum-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="name" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="element" select="$pointer[not(contains(., '.xml#'))]
      ! key('id', $name, root($reading))[1]"/>
    <xsl:sequence select="(
      $f:addresses($pointer || '?name') ! string(.), $element/self::witness ! f:siglum(.),
        $element/@n ! string(.),
      $element/self::listWit/head ! f:words(.)[. ne ''], $name, $pointer)[. ne ''][1]"/>
  </xsl:function>

  <!-- Words about a witness that are in the text itself. -->
  <xsl:template match="witDetail | wit">
    <xsl:variable name="within" select="exists(parent::rdg | parent::lem)"/>
    <span class="note-inline">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:if test="$within"><span class="added">{' ('}</span></xsl:if>
      <xsl:apply-templates/>
      <!-- The reading names its witnesses itself. -->
      <xsl:sequence select="f:sigla(.[not($within and @wit = ../@wit)])"/>
      <xsl:if test="$within"><span class="added">)</span></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
