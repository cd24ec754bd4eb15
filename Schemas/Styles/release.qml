<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="1">
    <rules key="{f0000000-0000-0000-0000-000000000000}">
      <rule key="{f0000000-0000-0000-0000-000000000001}" symbol="0" label="Cancelled (NTS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cancelled'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{f0000000-0000-0000-0000-000000000002}" symbol="1" label="Cancelled (NTS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cancelled'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000003}" symbol="2" label="Cancelled (NTS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cancelled'" scalemindenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000004}" symbol="3" label="Reduced (TS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'reduced'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{f0000000-0000-0000-0000-000000000005}" symbol="4" label="Reduced (TS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'reduced'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000006}" symbol="5" label="Reduced (TS)" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'reduced'" scalemindenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000007}" symbol="6" label="Cleared" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cleared'" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{f0000000-0000-0000-0000-000000000008}" symbol="7" label="Cleared" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cleared'" scalemindenom="250000" scalemaxdenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000009}" symbol="8" label="Cleared" filter="coalesce(attribute($currentfeature, 'review'), 'accepted') = 'accepted' AND &quot;kind&quot; = 'cleared'" scalemindenom="900000"/>
      <rule key="{f0000000-0000-0000-0000-000000000010}" symbol="9" label="Not accepted yet: draft or submitted" filter="attribute($currentfeature, 'review') IN ('draft', 'submitted')" scalemindenom="1" scalemaxdenom="250000"/>
      <rule key="{f0000000-0000-0000-0000-000000000011}" symbol="10" label="Rejected or revoked: counts for nothing" filter="attribute($currentfeature, 'review') IN ('rejected', 'revoked')" scalemindenom="1" scalemaxdenom="250000"/>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="238,243,248,255"/>
            <Option type="QString" name="outline_style" value="dot"/>
            <Option type="QString" name="outline_color" value="91,122,153,255"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="90"/>
            <Option type="QString" name="distance" value="2"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="coordinate_reference" value="feature"/>
          </Option>
          <symbol type="line" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="91,122,153,255"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.2"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="238,243,248,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="91,122,153,255"/>
            <Option type="QString" name="outline_width" value="0.12"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@1@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="238,243,248,255"/>
                <Option type="QString" name="outline_color" value="91,122,153,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.2"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.2"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@2@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="91,122,153,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.05"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="0.8"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="213,229,243,255"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_color" value="47,110,165,255"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="distance" value="2"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.2"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="coordinate_reference" value="feature"/>
          </Option>
          <symbol type="line" name="@3@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="47,110,165,255"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="line_width" value="0.2"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="capstyle" value="flat"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="213,229,243,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="47,110,165,255"/>
            <Option type="QString" name="outline_width" value="0.12"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@4@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="213,229,243,255"/>
                <Option type="QString" name="outline_color" value="47,110,165,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.2"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.2"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@5@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="47,110,165,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.05"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="0.8"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="111,163,208,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="31,78,121,255"/>
            <Option type="QString" name="outline_width" value="0.35"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="111,163,208,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="31,78,121,255"/>
            <Option type="QString" name="outline_width" value="0.12"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@7@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="111,163,208,255"/>
                <Option type="QString" name="outline_color" value="31,78,121,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.2"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="1.2"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="CentroidFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="point_on_surface" value="1"/>
            <Option type="QString" name="point_on_all_parts" value="0"/>
          </Option>
          <symbol type="marker" name="@8@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="name" value="triangle"/>
                <Option type="QString" name="color" value="111,163,208,255"/>
                <Option type="QString" name="outline_color" value="255,255,255,255"/>
                <Option type="QString" name="outline_style" value="solid"/>
                <Option type="QString" name="outline_width" value="0.05"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="size" value="0.8"/>
                <Option type="QString" name="size_unit" value="MM"/>
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="no"/>
            <Option type="QString" name="color" value="255,255,255,0"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_color" value="91,122,153,140"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="no"/>
            <Option type="QString" name="color" value="255,255,255,0"/>
            <Option type="QString" name="outline_style" value="dot"/>
            <Option type="QString" name="outline_color" value="140,149,159,140"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
    <orderby>
      <orderByClause asc="1" nullsFirst="0">CASE WHEN "kind" = 'cleared' THEN 3 WHEN "kind" = 'reduced' THEN 2 ELSE 1 END</orderByClause>
    </orderby>
  </renderer-v2>
  <blendMode>6</blendMode>
  <labeling type="rule-based">
    <rules key="{90000000-0000-0000-0000-000000000000}">
      <rule key="{90000000-0000-0000-0000-000000000001}" filter="attribute($currentfeature, 'review') = 'accepted'" scalemindenom="1" scalemaxdenom="30000">
        <settings calloutType="simple">
          <text-style fieldName="attribute($currentfeature, 'id')" isExpression="1" fontFamily="Sans Serif" namedStyle="" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="18,48,77,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="0" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="3" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <aliases>
    <alias index="0" field="fid" name="Row"/>
    <alias index="1" field="organisation" name="Organisation"/>
    <alias index="2" field="id" name="Release"/>
    <alias index="3" field="kind" name="Kind"/>
    <alias index="4" field="activity" name="Activity"/>
    <alias index="5" field="stage" name="Stage"/>
    <alias index="6" field="review" name="Review"/>
    <alias index="7" field="revoked_on" name="Revoked on"/>
    <alias index="8" field="contamination" name="Contamination covered"/>
    <alias index="9" field="date" name="Completed on"/>
    <alias index="10" field="approved_on" name="Approved on"/>
    <alias index="11" field="district" name="District, as recorded"/>
    <alias index="12" field="hazards" name="Hazards"/>
    <alias index="13" field="task" name="Task"/>
    <alias index="14" field="release_method" name="Method"/>
    <alias index="15" field="operator" name="Operator"/>
    <alias index="16" field="donor" name="Donor"/>
    <alias index="17" field="depth_cm" name="Depth (cm)"/>
    <alias index="18" field="land_use" name="Land use"/>
    <alias index="19" field="handed_over_on" name="Handed over on"/>
    <alias index="20" field="reported_area_m2" name="Reported area (m²)"/>
    <alias index="21" field="area_m2" name="Measured area (m²)"/>
    <alias index="22" field="recorded_at" name="Recorded at (UTC)"/>
    <alias index="23" field="content_hash" name="Hash of the content"/>
    <alias index="24" field="version" name="Version"/>
  </aliases>
  <previewExpression>"id"</previewExpression>
  <layerGeometryType>2</layerGeometryType>
</qgis>
