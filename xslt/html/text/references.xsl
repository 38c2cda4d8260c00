<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    References to other passages. One with words is a link; one without gets the words of its
    target: "note 4", "p. 12", the heading, the name of the entry. Each target is a link.
  -->

  <xsl:template match="ref[node()]">
    <xsl:variable name="reference" select="."/>
    <xsl:variable name="targets" select="tokenize(@target)"/>
    <xsl:variable name="address" select="$targets[1] ! f:address(., $reference)"/>
    <xsl:choose>
      <!-- A link contains no link. -->
      <xsl:when test="$address and fp:can-be-link(.)">
        <!-- A mention within a reference is not a link of its own. -->
        <a class="ref" href="{$address}">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates mode="m:unlinked"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="ref">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$targets[position() gt 1]">
      <span class="added">, </span>
      <xsl:sequence select="fp:link(., $reference)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:can-be-link" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:sequence select="
      empty($reference/descendant::ref) and empty($reference/descendant::pb)
      and empty($reference/descendant::note[f:is-endnote(.)])
      and empty($reference/ancestor::*[self::ref])"/>
  </xsl:function>

  <xsl:template match="ptr | ref[not(node())]">
    <xsl:variable name="pointer" select="."/>
    <xsl:sequence select="f:place(.)"/>
    <!-- A canonical reference ("Hom. Il. 1.1") has no address. -->
    <xsl:for-each select="@cRef[empty(tokenize(../@target))]">
      <span class="ref added">{.}</span>
    </xsl:for-each>
    <xsl:for-each select="tokenize(@target)">
      <xsl:if test="position() gt 1"><span class="added">, </span></xsl:if>
      <xsl:sequence select="fp:link(., $pointer)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A link with the words of its target. -->
  <xsl:function name="fp:link" as="element()">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="address" select="f:address($target, $pointer)"/>
    <xsl:variable name="words" select="f:target-words($target, $pointer)"/>
    <xsl:choose>
      <xsl:when test="$address and empty($pointer/ancestor::ref)">
        <a class="ref added" href="{$address}">{$words}</a>
      </xsl:when>
      <xsl:otherwise><span class="ref added">{$words}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    An empty element in place of another (copyOf, sameAs: Guidelines 17.6) is a link to that
    one.
  -->
  <xsl:template priority="4" match="(p | ab | l | lg | seg | div | sp | u | q | quote | said | item
    | bibl)[not(node())][@copyOf or @sameAs]">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="links" as="element()*" select="
      tokenize((@copyOf, @sameAs)[1]) ! fp:link(., current())"/>
    <xsl:choose>
      <xsl:when test="$made[last()] instance of element()">
        <xsl:sequence select="$made[position() lt last()]"/>
        <xsl:copy select="$made[last()]"><xsl:sequence select="@*, node(), $links"/></xsl:copy>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made, $links"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same for a paragraph, if it leads to another file. -->
  <xsl:function name="f:ways-on-in-line" as="element()?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:if test="$paragraph/(@prev | @next | @corresp)">
      <xsl:variable name="ways" select="f:ways-on($paragraph)[not(starts-with(@href, '#'))]"/>
      <xsl:if test="exists($ways)">
        <span class="ways-on-in-text added">
          <xsl:for-each select="$ways"><xsl:text> </xsl:text><xsl:sequence select="."/></xsl:for-each>
        </span>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Where a division goes on, began, or has its counterpart, a translation say. -->
  <xsl:function name="f:ways-on" as="element()*">
    <xsl:param name="division" as="element()"/>
    <xsl:for-each select="$division/(@prev, @next, @corresp)">
      <xsl:variable name="name" select="name()"/>
      <xsl:for-each select="tokenize(.)">
        <xsl:variable name="address" select="f:address(., $division)"/>
        <xsl:if test="$address">
          <a class="way-on added" href="{$address}">
            <xsl:text>{f:say('way.' || $name, map{'title': f:target-words(.,
              $division)})}</xsl:text>
          </a>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
