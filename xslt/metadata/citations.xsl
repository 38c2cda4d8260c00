<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    Citations for readers, as HTML and as plain text:
      chicago   a note of the Chicago Manual (17th ed., 14.111 on letters and memoranda in a collection), which names the printed volume as
                its publisher asks (Foreign Relations …, 1964–1968, Volume XXXI, Title (Washington: …), Document 149), and the edition read
      mla       MLA Handbook (9th ed.): the printed volume is the first container, the digital edition the second
      apa       Publication Manual of the APA (7th ed., 10.3 and 9.41): the digital edition, and the original work beside
    An element of class `locator` stands empty where a passage is named; one of class `address` holds the address. What the TEI does not
    say is left out; a work without a known author begins with its title.
  -->
  <xsl:function name="f:citations" as="map(xs:string, map(*))">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:sequence select="map{
      'chicago': fp:citation(f:chicago($reference)),
      'mla': fp:citation(f:mla($reference)),
      'apa': fp:citation(f:apa($reference))}"/>
  </xsl:function>

  <xsl:function name="f:chicago" as="node()*">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="senders" select="f:listed($reference?authors ! ?name, f:say('citation.and'))"/>
    <xsl:variable name="receivers" select="f:listed($reference?recipients ! ?name, f:say('citation.and'))"/>
    <!-- "A to B, memorandum" says what the title of a letter says; other titles are quoted. -->
    <xsl:variable name="sent" select="exists($senders) and exists($receivers) and exists($reference?genre)"/>
    <xsl:variable name="work" as="element()*">
      <xsl:choose>
        <xsl:when test="$sent">
          <i>{f:say('citation.from-to', map{'from': $senders, 'to': $receivers})}</i>
          <i>{lower-case($reference?genre)}</i>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="fp:part($senders)"/>
          <xsl:sequence select="fp:title($reference, '')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="fp:part($reference?writtenIn), fp:part($reference?written?words)"/>
    </xsl:variable>
    <xsl:variable name="print" as="element()*">
      <xsl:for-each select="$reference?print">
        <xsl:variable name="scope" as="element()*" select="
          fp:cited(?series), fp:part(?subseries), fp:part(?volume), fp:cited(?title), fp:part(f:editors-in-words(?editors?*))"/>
        <i>
          <xsl:sequence select="fp:joined-parts($scope, ', ')"/>
          <xsl:for-each select="f:imprint(.)"> ({.})</xsl:for-each>
        </i>
        <xsl:sequence select="fp:part(?document ! f:say('citation.document-of-print', map{'n': .}))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="imprint" select="string-join((string-join(($reference?place, $reference?publisher), ': ')[. ne ''], $reference?issued ! substring(., 1, 4)), ', ')"/>
    <xsl:variable name="edition" as="element()*">
      <xsl:if test="not($reference?whole)">
        <xsl:sequence select="fp:cited($reference?containerTitle)"/>
      </xsl:if>
      <xsl:sequence select="fp:part(f:editors-in-words($reference?editors)), fp:part($reference?version ! f:say('citation.version', map{'n': .}))"/>
    </xsl:variable>
    <xsl:sequence select="fp:joined-parts(($work, fp:within($print)), ', ')"/>
    <xsl:if test="not($reference?whole) and empty($reference?number)"><span class="locator"/></xsl:if>
    <xsl:choose>
      <xsl:when test="$reference?whole">, </xsl:when>
      <xsl:when test="exists($print)">; {f:say('citation.digital')} </xsl:when>
      <xsl:otherwise>, {f:say('citation.in')} </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="fp:joined-parts($edition, ', ')"/>
    <xsl:if test="$imprint ne ''"> ({$imprint})</xsl:if>
    <xsl:for-each select="$reference?number">
      <xsl:text>, {f:say('citation.document-of-print', map{'n': .})}</xsl:text>
      <span class="locator"/>
    </xsl:for-each>
    <xsl:sequence select="fp:address($reference, ', ')"/>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:mla" as="node()*">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="print" select="$reference?print"/>
    <xsl:variable name="pages" select="$print?pages"/>
    <xsl:variable name="first" as="element()*" select="
      fp:cited($print?series), fp:part($print?subseries),
      fp:part(($print?volumeArabic, $print?volumeNumber)[1] ! f:say('citation.volume', map{'n': .})),
      fp:cited($print?title), fp:part(fp:edited-by($print?editors?*)), fp:part($print?publisher), fp:part($print?issued ! substring(., 1, 4)),
      fp:part($print?document ! f:say('citation.document', map{'n': .})), fp:part($pages ! fp:pages(.))"/>
    <xsl:variable name="second" as="element()*" select="
      fp:cited($reference?containerTitle), fp:part(fp:edited-by($reference?editors)),
      fp:part($reference?version ! f:say('citation.version', map{'n': .}) ! (if ($reference?whole) then fp:capital(.) else .)), fp:part($reference?publisher),
      fp:part($reference?issued ! substring(., 1, 4)), fp:part($reference?number ! f:say('citation.document', map{'n': .}))"/>
    <xsl:sequence select="fp:sentence(fp:part(fp:mla-authors($reference?authors)))"/>
    <xsl:choose>
      <xsl:when test="$reference?whole">
        <xsl:sequence select="fp:sentence(fp:cited($reference?title))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:title($reference, '.')/node()"/>
        <xsl:text> </xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="fp:sentence(fp:part($reference?written?words ! fp:capital(.)))"/>
    <xsl:sequence select="fp:sentence($first)"/>
    <xsl:sequence select="fp:joined-parts($second, ', '), fp:address($reference, ', ')"/>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:apa" as="node()*">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="year" select="($reference?issued ! substring(., 1, 4), f:say('citation.undated'))[1]"/>
    <!-- Of a whole work the editors stand in the author's place. -->
    <xsl:variable name="leaders" select="if ($reference?whole) then $reference?editors else $reference?authors"/>
    <xsl:variable name="authors" select="f:listed($leaders ! f:with-initials(.), ('', ',')[1 + number(count($leaders) gt 1)] || ' &amp; ')"/>
    <xsl:variable name="mark" select="fp:editor-mark($leaders[$reference?whole])"/>
    <xsl:variable name="version" select="$reference?version ! (' (' || fp:capital(f:say('citation.version', map{'n': .})) || ')')"/>
    <xsl:variable name="title" as="element()">
      <i>
        <xsl:choose>
          <xsl:when test="$reference?whole"><cite>{$reference?title}</cite>{$version}</xsl:when>
          <xsl:otherwise>{$reference?title}</xsl:otherwise>
        </xsl:choose>
      </i>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$authors">
        <xsl:sequence select="fp:sentence(fp:part(string-join(($authors, $mark), ' ')))"/>
        <xsl:text>({$year}). </xsl:text>
        <xsl:sequence select="fp:sentence($title)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:sentence($title)"/>
        <xsl:text>({$year}). </xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($reference?whole) and $reference?containerTitle">
      <xsl:text>{f:say('citation.in-container')} </xsl:text>
      <xsl:for-each select="f:listed($reference?editors ! fp:initials-first(.), ' &amp; ')">{.} {fp:editor-mark($reference?editors)}, </xsl:for-each>
      <cite>{$reference?containerTitle}</cite>
      <xsl:text>{$version}{$reference?number ! (' (' || f:say('citation.document-of-print', map{'n': .}) || ')')}. </xsl:text>
    </xsl:if>
    <xsl:sequence select="fp:sentence(fp:part($reference?publisher))"/>
    <xsl:for-each select="fp:address($reference, '')[. instance of element()]">
      <xsl:sequence select="."/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:sequence select="fp:apa-original($reference)"/>
  </xsl:function>

  <!-- "(Original work written 1964; reprinted from Series, Volume XXXI, Title, Document 149, pp. 337–339)". -->
  <xsl:function name="fp:apa-original" as="node()*">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="years" select="string-join(distinct-values(($reference?written?start, $reference?written?end) ! substring(., 1, 4)), '–')[. ne '']"/>
    <xsl:variable name="print" select="$reference?print"/>
    <xsl:variable name="source" as="element()*" select="
      fp:cited($print?series), fp:part($print?subseries), fp:part($print?volume), fp:cited($print?title),
      fp:part($print?document ! f:say('citation.document-of-print', map{'n': .})),
      fp:part($print?pages ! fp:page-words(.)), fp:part($print?publisher), fp:part($print?issued ! substring(., 1, 4))"/>
    <xsl:variable name="remarks" as="element()*">
      <xsl:sequence select="fp:part($years ! f:say('citation.original', map{'date': .}) ! fp:capital(.))"/>
      <xsl:if test="exists($source)">
        <xsl:variable name="words" select="f:say('citation.reprinted')"/>
        <i>{if ($years) then $words else fp:capital($words)} <xsl:sequence select="fp:joined-parts($source, ', ')"/></i>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists($remarks)">
      <xsl:text>(</xsl:text>
      <xsl:sequence select="fp:joined-parts($remarks, '; ')"/>
      <xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:citation" as="map(xs:string, xs:string)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="map{
      'html': serialize($nodes, map{'method': 'html', 'html-version': 5.0, 'indent': false()}),
      'text': normalize-space(string-join($nodes))}"/>
  </xsl:function>

  <!-- Parts are wrapped in an element of which only the content goes on. -->
  <xsl:function name="fp:part" as="element()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="$text"><i>{$text}</i></xsl:if>
  </xsl:function>

  <xsl:function name="fp:cited" as="element()?">
    <xsl:param name="title" as="xs:string?"/>
    <xsl:if test="$title"><i><cite>{$title}</cite></i></xsl:if>
  </xsl:function>

  <!-- “Title,” with marks within it as single ones; of the whole edition in italics. -->
  <xsl:function name="fp:title" as="element()">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:param name="stop" as="xs:string"/>
    <xsl:variable name="inner" select="translate($reference?title, '“”', '‘’')"/>
    <xsl:choose>
      <xsl:when test="$reference?whole"><i><cite>{$reference?title}</cite></i></xsl:when>
      <xsl:otherwise><i>“{$inner}{$stop[not(fp:is-stopped($inner))]}”</i></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:within" as="element()*">
    <xsl:param name="print" as="element()*"/>
    <xsl:for-each select="$print">
      <i>
        <xsl:if test="position() eq 1">{f:say('citation.in')} </xsl:if>
        <xsl:sequence select="node()"/>
      </i>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:joined-parts" as="node()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="separator" as="xs:string"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">{$separator}</xsl:if>
      <xsl:sequence select="node()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Parts with a full stop and a space after them. -->
  <xsl:function name="fp:sentence" as="node()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:if test="exists($parts)">
      <xsl:sequence select="fp:joined-parts($parts, ', ')"/>
      <xsl:text>{'.'[not(fp:is-stopped(string($parts[last()])))]} </xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:is-stopped" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text ne '' and contains('.?!', substring($text, string-length($text)))"/>
  </xsl:function>

  <!-- The DOI before the address, as all three styles ask. -->
  <xsl:function name="fp:address" as="node()*">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:for-each select="($reference?doi ! f:doi-address(.), $reference?url)[1]">
      <xsl:text>{$before}</xsl:text>
      <span class="address">{.}</span>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:doi-address" as="xs:string">
    <xsl:param name="doi" as="xs:string"/>
    <xsl:sequence select="'https://doi.org/' || iri-to-uri(replace(replace(replace($doi, '%', '%25'), '#', '%23'), '\?', '%3F'))"/>
  </xsl:function>

  <!-- "Read, Benjamin H."; "Read, Benjamin H., and Grant G. Hilliker"; of three or more the first "et al." -->
  <xsl:function name="fp:mla-authors" as="xs:string?">
    <xsl:param name="authors" as="map(*)*"/>
    <xsl:variable name="first" select="$authors[1] ! f:inverted(.)"/>
    <xsl:sequence select="
      if (count($authors) gt 2) then $first || ', et al.'
      else string-join(($first, $authors[2]?name), ',' || f:say('citation.and'))[. ne '']"/>
  </xsl:function>

  <xsl:function name="fp:edited-by" as="xs:string?">
    <xsl:param name="editors" as="map(*)*"/>
    <xsl:sequence select="f:listed($editors ! ?name, f:say('citation.and')) ! f:say('citation.edited', map{'names': .})"/>
  </xsl:function>

  <xsl:function name="fp:editor-mark" as="xs:string?">
    <xsl:param name="editors" as="map(*)*"/>
    <xsl:if test="exists($editors)">({f:say(('citation.mark'[count($editors) eq 1], 'citation.mark.several')[1])})</xsl:if>
  </xsl:function>

  <!-- "A. Ruiz" -->
  <xsl:function name="fp:initials-first" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="if (exists($party?family)) then string-join(($party?given ! fp:initials(.), f:family($party), $party?suffix), ' ') else $party?name"/>
  </xsl:function>

  <!-- "pp. 337–39": of the last page as many digits as differ, two at least. -->
  <xsl:function name="fp:pages" as="xs:string">
    <xsl:param name="pages" as="map(*)"/>
    <xsl:variable name="from" select="$pages?from"/>
    <xsl:variable name="to" select="$pages?to"/>
    <xsl:variable name="length" select="string-length($to)"/>
    <xsl:variable name="short" select="$length gt 2 and string-length($from) eq $length and matches($from || $to, '^[0-9]+$')
      and substring($from, 1, $length - 2) eq substring($to, 1, $length - 2)"/>
    <xsl:sequence select="fp:page-range($from, if ($short) then substring($to, $length - 1) else $to, $from eq $to)"/>
  </xsl:function>

  <xsl:function name="fp:page-words" as="xs:string">
    <xsl:param name="pages" as="map(*)"/>
    <xsl:sequence select="fp:page-range($pages?from, $pages?to, $pages?from eq $pages?to)"/>
  </xsl:function>

  <xsl:function name="fp:page-range" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="single" as="xs:boolean"/>
    <xsl:sequence select="if ($single) then f:say('citation.page', map{'n': $from}) else f:say('citation.pages', map{'n': $from || '–' || $to})"/>
  </xsl:function>

  <xsl:function name="fp:capital" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($text, 1, 1)) || substring($text, 2)"/>
  </xsl:function>
</xsl:stylesheet>
