<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Titles of divisions that have a number and no heading. -->

  <!--
    The title of a division without a heading: "section 2", by @subtype (textpart, CTS) or @type,
    and @n. Empty if it has no number by which it can be cited.
  -->
  <xsl:function name="f:division-name" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="n" select="normalize-space($division/@n)"/>
    <xsl:variable name="kind" select="
      ($division/@subtype, $division/@type[not(. = ('textpart', 'edition'))])[1]"/>
    <xsl:sequence select="
      if ($n eq '' or contains($n, ':') or $division/@type = ('document', 'edition', 'translation'))
      then ''
      else string-join((
        $kind ! f:say-or('division.' || ., lower-case(replace(., '([a-z])([A-Z])', '$1 $2'))), $n),
          ' ')"/>
  </xsl:function>
</xsl:stylesheet>
