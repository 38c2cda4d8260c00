<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Figures: their words and pictures. A picture in the documents' folder is shown
    (pipeline/edition/pointers/pictures-beside.ts); one on the web is a link, since a page contacts
    no other host.
  -->

  <xsl:template match="figure">
    <figure>
      <xsl:sequence select="f:look(.), f:identity(.), f:pictured(.)"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <!-- A figure without a description. -->
  <xsl:template match="figure[not(node())][empty(f:pictured(.))]" priority="2">
    <span class="figure added"><xsl:sequence select="f:identity(.)"/>{f:say('figure')}</span>
  </xsl:template>

  <xsl:template match="p/figure[not(*[f:is-block(.)])] | cell/figure[not(*[f:is-block(.)])]"
    priority="1">
    <span class="{f:class(., 'figure')}">
      <xsl:sequence select="f:identity(.), f:pictured(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="figDesc">
    <span class="figure-description">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="graphic[@url] | media[@url]">
    <xsl:variable name="file" select="f:picture(@url)"/>
    <xsl:variable name="words" select="f:say(if (self::media) then 'media' else 'figure')"/>
    <xsl:choose>
      <xsl:when test="exists($file) and self::graphic">
        <img src="{$file}" alt="{(fp:picture-words(.), $words)[1]}" loading="lazy"><xsl:sequence
          select="f:identity(.)"/></img>
      </xsl:when>
      <xsl:when test="exists($file)"><a class="ref added" href="{$file}">{$words}</a></xsl:when>
      <xsl:when test="exists(fp:on-the-web(@url))"><a class="ref added"
        href="{fp:on-the-web(@url)}">{$words}</a></xsl:when>
      <xsl:otherwise><span class="added" title="{@url}">{$words}</span></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="graphic/desc | media/desc">
    <span class="figure-description"><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Alternative text for readers who do not see the picture. -->
  <xsl:function name="fp:picture-words" as="xs:string?">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="($graphic/desc, $graphic/../figDesc, $graphic/../desc,
      $graphic/../head)[normalize-space() ne ''][1] ! normalize-space(.)"/>
  </xsl:function>

  <!--
    Where a file named in the TEI lies on the site; empty where it lies nowhere there. A build gives
    the addresses by the words of the TEI, xml:base before them. A page of the site is no picture.
  -->
  <xsl:function name="f:picture" as="xs:string?">
    <xsl:param name="name" as="attribute()"/>
    <xsl:sequence select="((fp:based($name), string($name)) ! $f:addresses(.)
      ! string(.))[not(matches(., '\.html(#|$)'))][1]"/>
  </xsl:function>

  <xsl:function name="fp:based" as="xs:string?">
    <xsl:param name="name" as="attribute()"/>
    <xsl:variable name="base" select="$name/ancestor::*/@xml:base"/>
    <xsl:sequence select="if (exists($base)) then string-join(($base, $name)) else ()"/>
  </xsl:function>

  <xsl:function name="fp:on-the-web" as="xs:string?">
    <xsl:param name="name" as="attribute()"/>
    <xsl:sequence select="(string($name), fp:based($name))[matches(., '^https?://', 'i')][1]"/>
  </xsl:function>

  <!--
    The zone that a passage points to, for a script: left, top, right, bottom, and if the surface
    states its own, their width and height.
  -->
  <xsl:function name="fp:zone" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="zone" select="tokenize($element/@facs)[starts-with(., '#')]
      ! key('id', substring(., 2), root($element))[1]/self::zone[@ulx castable as xs:double]
      [@uly castable as xs:double][@lrx castable as xs:double][@lry castable as xs:double]"/>
    <xsl:variable name="surface" select="$zone[1]/ancestor::surface[1]
      [@lrx castable as xs:double][@lry castable as xs:double]"/>
    <xsl:for-each select="$zone[1]">
      <xsl:attribute name="data-zone" select="@ulx, @uly, @lrx, @lry,
        $surface/(@lrx, @lry)"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    The picture of a page or passage, by @facs (Guidelines 12.1): an address, or a graphic, a
    surface or a zone in the file's facsimile. The first with a target.
  -->
  <xsl:function name="f:pictured" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@facs">
      <xsl:variable name="addresses" as="xs:string*">
        <xsl:for-each select="tokenize($element/@facs)">
          <xsl:variable name="pointed" select=".[starts-with(., '#')] ! key('id', substring(., 2),
            root($element))[1]"/>
          <xsl:variable name="graphic" select="$pointed/(self::graphic, self::surface/graphic[1],
            graphic[1], ancestor::surface[1]/graphic[1], ancestor::facsimile[1]/graphic[1])[1]"/>
          <xsl:sequence select="
            if (exists($graphic)) then $graphic/@url ! (f:picture(.), fp:on-the-web(.))[1]
            else if (starts-with(., '#')) then ()
            else ($f:addresses(.) ! string(.)[. ne ''], f:address(., $element))[1]"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:for-each select="$addresses[1]">
        <a class="facsimile added" href="{.}"><xsl:sequence
          select="fp:zone($element)"/>{f:say('facsimile')}</a>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
