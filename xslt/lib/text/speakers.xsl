<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Who speaks (@who), by name where this file or the one pointed to lists the speakers. -->
  <xsl:function name="f:speaker" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="person" select="$pointer[starts-with(., '#')] ! key('id', substring(., 2),
      root($context))[1][self::person or self::personGrp or self::persName]"/>
    <xsl:sequence select="($person ! f:name(.)[. ne ''], f:pointed-name($pointer))[1]"/>
  </xsl:function>
</xsl:stylesheet>
