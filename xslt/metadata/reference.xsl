<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    What is cited, as reference managers understand it. A document is a part of the digital edition: editors, publisher, year and
    version are the edition's, so that no reader cites as printed what was read here; when and where it was written, the
    archive and the printed volume are told beside.

    A reference is a map:
      whole         true for the edition itself
      id, key       the document's identifier; the key for LaTeX, of ASCII letters and digits: "read1964d149"
      title, containerTitle, genre, language, abstract
      number        the document's in the edition, where that is no reprint of a volume with numbers of its own
      authors, editors, recipients    sequences of parties
      publisher, place, issued, version, url, doi
      written       when (dating.xsl); writtenIn: where
      print         the printed volume (keeping.xsl), where the edition does not cite itself as that very volume
      archive       where the original is kept (keeping.xsl)
      licence, rights
      notes         what no field of such a format has room for, in sentences
  -->
  <xsl:function name="f:document-reference" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="edition" select="if (map:size($f:edition) gt 0) then $f:edition else $facts" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:variable name="authors" select="$facts?authors?*"/>
    <xsl:variable name="print" select="$facts?print[not(fp:is-edition(., $facts))]"/>
    <xsl:sequence select="map{
      'whole': false(),
      'id': $facts?id,
      'key': fp:key($authors, $facts?date?start, $facts?id),
      'title': f:full-title($facts),
      'number': $facts?n[empty($print)],
      'containerTitle': f:edition-title(),
      'genre': $facts?genre,
      'language': $facts?languages?*[1],
      'abstract': $facts?abstract,
      'authors': $authors,
      'editors': if (exists($edition?editors?*)) then $edition?editors?* else $facts?editors?*,
      'recipients': $facts?recipients?*,
      'publisher': ($edition?publisher, $facts?publisher)[1],
      'place': $f:edition?place,
      'issued': ($edition?issued, $facts?issued)[1],
      'version': ($edition?version, $facts?version)[1],
      'url': $facts?address,
      'doi': $facts?doi,
      'written': $facts?date,
      'writtenIn': $facts?place?text,
      'print': $print,
      'archive': $facts?archives?*[1],
      'licence': ($facts?licence, $edition?licence)[1],
      'rights': $facts?rights?*,
      'notes': f:notes($facts, $print)}"/>
  </xsl:function>

  <xsl:function name="f:edition-reference" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="map{
      'whole': true(),
      'id': $facts?id,
      'key': fp:key($facts?editors?*, $facts?issued, $facts?id),
      'title': f:full-title($facts),
      'language': $facts?languages?*[1],
      'abstract': $facts?abstract,
      'authors': (),
      'editors': $facts?editors?*,
      'recipients': (),
      'publisher': $facts?publisher,
      'place': $facts?place,
      'issued': $facts?issued,
      'version': $facts?version,
      'url': $facts?address,
      'doi': $facts?doi,
      'licence': $facts?licence,
      'rights': $facts?rights?*,
      'notes': ()}"/>
  </xsl:function>

  <!-- "Title: Subtitle". -->
  <xsl:function name="f:full-title" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="string-join(($facts?title, $facts?subtitle), if (matches($facts?title, '[:.?!]$')) then ' ' else ': ')"/>
  </xsl:function>

  <!-- Of the edition that a document belongs to. -->
  <xsl:function name="f:edition-title" as="xs:string?">
    <xsl:sequence select="$f:edition[exists(?title)] ! f:full-title(.)"/>
  </xsl:function>

  <!--
    Whether the edition calls itself by the title, the publisher and the year of the printed volume: the volume as it was published, made an
    edition as it stands. It is cited once then.
  -->
  <xsl:function name="fp:is-edition" as="xs:boolean">
    <xsl:param name="print" as="map(*)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="
      f:edition-title() = ($print?whole, $print?title)[1]
      and fp:same(($f:edition?publisher, $facts?publisher)[1], $print?publisher)
      and fp:same(($f:edition?issued, $facts?issued)[1] ! substring(., 1, 4), $print?issued ! substring(., 1, 4))"/>
  </xsl:function>

  <xsl:function name="fp:same" as="xs:boolean">
    <xsl:param name="one" as="xs:string?"/>
    <xsl:param name="other" as="xs:string?"/>
    <xsl:sequence select="string($one) eq string($other)"/>
  </xsl:function>

  <!-- Where and when it was written, and where it was printed. -->
  <xsl:function name="f:notes" as="xs:string*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="print" as="map(*)?"/>
    <xsl:variable name="origin" select="string-join(($facts?place?text, $facts?date ! (?words, ?text)[1]), ', ')"/>
    <xsl:sequence select="$origin[. ne ''] ! f:say('citation.note.written', map{'text': .})"/>
    <xsl:sequence select="$print ! f:print-text(.) ! f:say('citation.note.printed', map{'text': .})"/>
    <xsl:sequence select="$facts?n[empty($print)] ! (f:say('citation.document-of-print', map{'n': .}) || '.')"/>
  </xsl:function>

  <!-- "Foreign Relations of the United States, 1964–1968, Volume XXXI, South and Central America; Mexico (Washington: Government Printing
    Office), Document 149, pages 337–339". What is not known is left out. -->
  <xsl:function name="f:print-text" as="xs:string?">
    <xsl:param name="print" as="map(*)"/>
    <xsl:variable name="parts" select="($print?series, $print?subseries, $print?volume, $print?title)"/>
    <xsl:variable name="editors" select="f:editors-in-words($print?editors?*)"/>
    <xsl:variable name="imprint" select="f:imprint($print)"/>
    <xsl:variable name="document" select="$print?document ! f:say('citation.document-of-print', map{'n': .})"/>
    <xsl:sequence select="string-join((string-join((string-join(($parts, $editors), ', '), $imprint ! ('(' || . || ')')), ' '), $document, $print?pages?text), ', ')[. ne '']"/>
  </xsl:function>

  <!-- "Washington: Government Printing Office, 2004". -->
  <xsl:function name="f:imprint" as="xs:string?">
    <xsl:param name="print" as="map(*)"/>
    <xsl:sequence select="string-join((string-join(($print?place, $print?publisher), ': ')[. ne ''], $print?issued ! substring(., 1, 4)), ', ')[. ne '']"/>
  </xsl:function>

  <!-- "ed. A", "eds. A and B". -->
  <xsl:function name="f:editors-in-words" as="xs:string?">
    <xsl:param name="editors" as="map(*)*"/>
    <xsl:variable name="names" select="f:listed($editors ! ?name, f:say('citation.and'))"/>
    <xsl:sequence select="$names ! f:say(('citation.editors'[count($editors) eq 1], 'citation.editors.several')[1], map{'names': .})"/>
  </xsl:function>

  <!-- "read1964d149"; of ASCII letters and digits only, and a letter first, whatever the names hold. -->
  <xsl:function name="fp:key" as="xs:string">
    <xsl:param name="people" as="map(*)*"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="name" select="$people[1] ! (?family, ?name)[1] ! fp:ascii(.)[. ne '']"/>
    <xsl:variable name="key" select="string-join(($name, $name ! substring($day, 1, 4), fp:ascii($id)))"/>
    <xsl:sequence select="'x'[not(contains($fp:letters, substring($key || '0', 1, 1)))] || $key"/>
  </xsl:function>

  <xsl:variable name="fp:letters" as="xs:string">abcdefghijklmnopqrstuvwxyz</xsl:variable>

  <xsl:function name="fp:ascii" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(lower-case(normalize-unicode($text, 'NFD')), '[^a-z0-9]', '')"/>
  </xsl:function>
</xsl:stylesheet>
