<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The typography of the source, if it is in known terms: @rend, @rendition (a rendition of the
    header, "#i"; "simple:italic"), @style, and tagsDecl's statements about all elements of a name
    become classes of the style sheet. A page may not have styles of its own
    (pipeline/publish/html/policy.ts), and a file's colours could not be read on a dark page: so CSS
    is interpreted and not copied. Unknown terms stay in the TEI.
  -->

  <!-- Words of @rend and @rendition, without "#"; also the short ones of DTABf ("aq", "k"). -->
  <xsl:variable name="fp:renditions" as="map(xs:string, xs:string)" select="map{
    'center': 'centred', 'centered': 'centred', 'centre': 'centred', 'centred': 'centred',
    'align(center)': 'centred', 'text-align(center)': 'centred', 'c': 'centred',
    'right': 'to-right', 'rightjustified': 'to-right', 'align(right)': 'to-right',
    'text-align(right)': 'to-right',
    'indent': 'indent-1', 'indented': 'indent-1', 'indent1': 'indent-1', 'indent2': 'indent-2',
    'indent3': 'indent-3', 'indent4': 'indent-4',
    'indent(1)': 'indent-1', 'indent(2)': 'indent-2', 'indent(3)': 'indent-3',
    'indent(4)': 'indent-4', 'et': 'indent-1', 'et2': 'indent-2', 'et3': 'indent-3',
    'italic': 'italic', 'italics': 'italic', 'ital': 'italic', 'it': 'italic', 'i': 'italic',
    'bold': 'bold', 'b': 'bold',
    'underline': 'underlined', 'underlined': 'underlined', 'u': 'underlined', 'ul': 'underlined',
    'doubleunderline': 'underlined-twice', 'double-underline': 'underlined-twice',
    'uu': 'underlined-twice',
    'supraline': 'overlined', 'overline': 'overlined', 'strikethrough': 'struck',
    'struck': 'struck', 'overstrike': 'struck', 's': 'struck',
    'smallcaps': 'small-caps', 'small-caps': 'small-caps', 'smallcap': 'small-caps',
    'sc': 'small-caps', 'k': 'small-caps',
    'caps': 'capitals', 'allcaps': 'capitals', 'capitals': 'capitals', 'uppercase': 'capitals',
    'spaced': 'letter-spaced', 'letterspace': 'letter-spaced', 'letterspaced': 'letter-spaced',
    'gesperrt': 'letter-spaced', 'g': 'letter-spaced',
    'sup': 'raised', 'super': 'raised', 'superscript': 'raised', 'sub': 'lowered',
    'subscript': 'lowered',
    'large': 'larger', 'larger': 'larger', 'small': 'smaller', 'smaller': 'smaller',
    'red': 'ink-red', 'rubric': 'ink-red', 'rubricated': 'ink-red', 'blue': 'ink-blue',
    'green': 'ink-green', 'brown': 'ink-brown',
    'boxed': 'framed', 'framed': 'framed', 'fr': 'framed', 'antiqua': 'antiqua', 'aq': 'antiqua',
    'blackletter': 'blackletter', 'fraktur': 'blackletter',
    'monospace': 'monospaced', 'typewriter': 'monospaced', 'tt': 'monospaced', 'block': 'as-block',
    'display': 'as-block'}"/>

  <!-- Declarations of CSS, without white space and in lower case; lengths: fp:declared. -->
  <xsl:variable name="fp:declarations" as="map(xs:string, xs:string)" select="map{
    'text-align:center': 'centred', 'text-align:right': 'to-right', 'text-align:end': 'to-right',
    'font-style:italic': 'italic', 'font-style:oblique': 'italic', 'font-weight:bold': 'bold',
    'font-weight:bolder': 'bold', 'font-weight:700': 'bold',
    'text-decoration:underline': 'underlined',
    'text-decoration:underlinedouble': 'underlined-twice', 'text-decoration:line-through': 'struck',
    'text-decoration:overline': 'overlined',
    'font-variant:small-caps': 'small-caps', 'font-variant-caps:small-caps': 'small-caps',
    'text-transform:uppercase': 'capitals',
    'vertical-align:super': 'raised', 'vertical-align:sub': 'lowered',
    'font-size:large': 'larger', 'font-size:larger': 'larger', 'font-size:x-large': 'larger',
    'font-size:small': 'smaller', 'font-size:smaller': 'smaller', 'font-size:x-small': 'smaller',
    'color:red': 'ink-red', 'color:#f00': 'ink-red', 'color:#ff0000': 'ink-red',
    'color:blue': 'ink-blue', 'color:#00f': 'ink-blue', 'color:#0000ff': 'ink-blue',
    'color:green': 'ink-green', 'color:#008000': 'ink-green', 'color:brown': 'ink-brown',
    'color:#a52a2a': 'ink-brown',
    'font-family:monospace': 'monospaced', 'display:block': 'as-block',
    'white-space:pre': 'as-it-stands', 'white-space:pre-wrap': 'as-it-stands'}"/>

  <xsl:key name="fp:rendition" match="rendition[@xml:id]" use="@xml:id"/>

  <!--
    Of the elements of a name, unless they state otherwise: a rendition with a plain name as
    selector, and tagUsage.
  -->
  <xsl:variable name="fp:defaults" as="map(xs:string, xs:string*)">
    <xsl:variable name="tags" select="f:file-header(/)/encodingDesc/tagsDecl"/>
    <xsl:map>
      <xsl:for-each-group select="$tags/rendition[@selector], $tags//tagUsage[@rendition
        or @render]" group-by="tokenize(@selector, '[\s,]+'), string(@gi)[. ne '']">
        <xsl:map-entry key="current-grouping-key()" select="distinct-values(current-group()
          ! (if (self::rendition) then fp:css(.) else fp:pointed((@rendition, @render)[1])))"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="fp:has-defaults" as="xs:boolean" select="map:size($fp:defaults) gt 0"/>

  <!-- The classes, each once, in the order of the statements. -->
  <xsl:function name="f:rendition" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/@rend or $element/@rendition or $element/@style">
        <xsl:sequence select="distinct-values((
          $element/@rend ! (if (contains(., ':')) then fp:css(.) else tokenize(.)
          ! $fp:renditions(replace(lower-case(.), '^#', ''))),
          $element/@rendition ! fp:pointed(.), $element/@style ! fp:css(.)))"/>
      </xsl:when>
      <xsl:when test="$fp:has-defaults">
        <xsl:sequence select="$fp:defaults(local-name($element))"/>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="$element/@xml:space = 'preserve'">as-it-stands</xsl:if>
  </xsl:function>

  <!-- The class of an element of the page: its own name, and the source's typography. -->
  <xsl:function name="f:class" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="own" as="xs:string*"/>
    <xsl:sequence select="string-join(($own, f:rendition($element)), ' ')"/>
  </xsl:function>

  <!-- The same for one without a class of its own; empty if there is none. -->
  <xsl:function name="f:look" as="attribute(class)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="f:class($element, ())[. ne '']">
      <xsl:attribute name="class" select="."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:pointed" as="xs:string*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:for-each select="tokenize($pointers)">
      <xsl:variable name="declared" select="key('fp:rendition', replace(., '^#', ''),
        root($pointers))[1]"/>
      <xsl:sequence select="
        if (exists($declared[normalize-space() ne ''])) then fp:css($declared)
        else $fp:renditions(lower-case(replace(., '^(#|simple:)', '')))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- An unknown declaration, such as an address or a position, is ignored. -->
  <xsl:function name="fp:css" as="xs:string*">
    <xsl:param name="declarations" as="xs:string"/>
    <xsl:sequence select="tokenize($declarations, ';') ! fp:declared(lower-case(replace(., '\s',
      '')))"/>
  </xsl:function>

  <xsl:function name="fp:declared" as="xs:string*">
    <xsl:param name="declaration" as="xs:string"/>
    <xsl:variable name="property" select="substring-before($declaration, ':')"/>
    <xsl:variable name="number" select="replace($declaration,
      '^[a-z-]+:([0-9]{1,3})(\.[0-9]{1,3})?(em|ex|rem|%|px|pt|mm|cm)$', '$1')[. ne $declaration]
      ! xs:integer(.)"/>
    <xsl:choose>
      <xsl:when test="exists($fp:declarations($declaration))">
        <xsl:sequence select="$fp:declarations($declaration)"/>
      </xsl:when>
      <xsl:when test="empty($number)"/>
      <xsl:when test="$property = ('margin-left', 'padding-left', 'text-indent',
        'margin-inline-start')">
        <!-- One step is about the width of two letters, in any unit. -->
        <xsl:variable name="letters" select="if (ends-with($declaration, 'em')
          or ends-with($declaration, 'cm')) then $number else $number idiv 10"/>
        <xsl:sequence select="'indent-' || max((1, min((4, ($letters + 1) idiv 2))))"/>
      </xsl:when>
      <xsl:when test="$property eq 'letter-spacing'">letter-spaced</xsl:when>
      <xsl:when test="$property eq 'font-size' and ends-with($declaration, '%')">
        <xsl:sequence select="if ($number gt 105) then 'larger' else if ($number lt 95)
          then 'smaller' else ()"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
