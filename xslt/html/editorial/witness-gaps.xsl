<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Words that a witness does not have, since its text has not begun, has ended or has a hole
    (witStart, witEnd, lacunaStart, lacunaEnd). The view of that witness does not show them.
  -->

  <xsl:variable name="fp:limits" as="element()*" select="
    if (empty($f:apparatus)) then ()
    else f:texts(/)//(witStart | witEnd | lacunaStart | lacunaEnd)"/>

  <!-- The witnesses of a limit: its own, else those of the reading that holds it. -->
  <xsl:function name="fp:witnesses-of-limit" as="xs:string*">
    <xsl:param name="limit" as="element()"/>
    <xsl:sequence
      select="tokenize(($limit/@wit, $limit/ancestor::*[self::rdg or self::lem][1]/@wit)[1])"/>
  </xsl:function>

  <!--
    By text node the classes of the witnesses that do not have it: not-w3. A reading says itself who
    has it.
  -->
  <xsl:variable name="fp:missing-in" as="map(xs:string, xs:string)">
    <xsl:variable name="texts" select="
        if (empty($fp:limits)) then () else f:texts(/)//text()[not(ancestor::rdg
          or ancestor::note)]"/>
    <xsl:variable name="found" as="map(xs:string, xs:string)*">
      <xsl:for-each-group select="$fp:limits" group-by="fp:witnesses-of-limit(.)">
        <xsl:variable name="class"
          select="f:class-of-witness(current-grouping-key()) ! ('not-' || .)"/>
        <xsl:variable name="limits" select="current-group()"/>
        <xsl:if test="$class">
          <xsl:for-each select="0 to count($limits)">
            <xsl:variable name="place" select="."/>
            <xsl:variable name="from" select="$limits[$place]"/>
            <xsl:variable name="to" select="$limits[$place + 1]"/>
            <xsl:if test="if (empty($from)) then exists($to[self::witStart or self::lacunaEnd])
              else exists($from[self::witEnd or self::lacunaStart])">
              <xsl:sequence select="
                $texts[empty($from) or . >> $from][empty($to) or . &lt;&lt; $to]
                ! map{generate-id(): $class}"/>
            </xsl:if>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$found" group-by="map:keys(.)">
        <xsl:map-entry key="current-grouping-key()"
          select="string-join(current-group() ! .(map:keys(.)), ' ')"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:template priority="30" match="
    text()[exists($fp:limits)][map:contains($fp:missing-in, generate-id(.))][normalize-space() ne '']">
    <span class="{$fp:missing-in(generate-id(.))}"><xsl:next-match/></span>
  </xsl:template>
</xsl:stylesheet>
