<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    The words of the interface: given by the caller in the site's language (site/_data/i18n), never
    written in a stylesheet.
  -->

  <!--
    An object of strings by key, as JSON; or as a map, which a caller with many documents makes
    once.
  -->
  <xsl:param name="strings" as="item()" select="'{}'"/>
  <xsl:variable name="fp:strings" as="map(*)" select="if ($strings instance of map(*)) then $strings
    else parse-json($strings)"/>

  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:say($key, map{})"/>
  </xsl:function>

  <!--
    The string of a key, with `{name}` filled from the values. A key that no language file has is
    shown itself.
  -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="fp:filled(string(($fp:strings($key), $key)[1]), $values)"/>
  </xsl:function>

  <!--
    Without a regular expression, which saxon-js translates on every call. A brace that does not
    begin a name stays.
  -->
  <xsl:function name="fp:filled" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="values" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="contains($words, '{')">
        <xsl:variable name="after" select="substring-after($words, '{')"/>
        <xsl:variable name="value" select="$values(substring-before($after, '}'))"/>
        <xsl:sequence select="
          substring-before($words, '{') || (if (exists($value)) then $value
          || fp:filled(substring-after($after, '}'), $values) else '{' || fp:filled($after,
          $values))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    The string of a key that may be missing: a word for a value that only an edition knows, such as
    a type.
  -->
  <xsl:function name="f:say-or" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="fallback" as="xs:string"/>
    <xsl:sequence select="string(($fp:strings($key), $fallback)[1])"/>
  </xsl:function>

  <!-- A language by its tag, "Ancient Greek"; a tag that has no name is shown itself. -->
  <xsl:function name="f:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="key" select="'language.' || lower-case($tag)"/>
    <xsl:variable name="primary" select="tokenize($key, '-')[1]"/>
    <xsl:sequence select="
      if (exists($fp:strings($key))) then f:say($key)
      else if (exists($fp:strings($primary))) then f:say($primary) || ' (' || $tag || ')'
      else $tag"/>
  </xsl:function>
</xsl:stylesheet>
