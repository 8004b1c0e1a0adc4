# SPDX-License-Identifier: GPL-3.0-or-later
"""The leopard and the cub of the quiz, cut from paper, without spots: `/usr/bin/python3 paper.py` writes both. The coat is won question
by question; a flank is left free for it (`flank` in quiz.yaml). 10 units = 1 cm of the silhouettes, light from the upper left."""
from rig import *
import poses, cats
PAPER=('#FFF6E0','#F5E5C3','#E3CCA0'); UNDER='#A98A56'; FAR=('#DDC596','#C4A874'); INK='#3A2415'; FLECK='#6B5138'

def below_back(g,sk):
    """the near shoulder blade does not show above the back"""
    q=np.arange(30,LSP+.1,4.0); up=Polygon([tuple(sk.sp(v,float(SPINE_D(v))-.2)) for v in q]+[tuple(sk.sp(v,60.0)) for v in q[::-1]]).buffer(0)
    return max(geom_polys(g.difference(up)),key=lambda p:p.area)
def draw(parts,ear,sk,outline,u,face,throat=()):
    parts=dict(parts,foreN=below_back(parts['foreN'],sk))
    x0=outline.bounds[0]*u-2; y1=outline.bounds[3]*u; W,H=round((outline.bounds[2]*u-x0+2)*10),round((y1+2)*10); f=W/1889*(1 if u==1 else 1.45)
    A=lambda g: affinity.affine_transform(g,[u*10,0,0,-u*10,-x0*10,H])
    X=lambda p: (p[0]*u*10-x0*10,H-p[1]*u*10)
    floor=Polygon([(-9,-999),(W+9,-999),(W+9,H),(-9,H)]); cut=lambda g:g.intersection(floor)
    sv=Svg(0,0,W,H+round(12*f))
    soft=lambda gs:unary_union(gs).buffer(.3).buffer(-.3)
    near=cut(A(soft([parts[k] for k in ('hindN','foreN','trunk','tail','head')]+[ear]))); far=cut(A(soft([parts['hindF'],parts['foreF']])))
    if throat: near=max(geom_polys(near.difference(Polygon(catmull(throat,False,8)+[(W+9,H*.7)]))),key=lambda p:p.area).buffer(-3).buffer(6).buffer(-3)   # the cub's chin and throat
    low=lambda g,d:affinity.translate(g,0,d*f)
    sv.geom(low(far,11),UNDER,1,.8,40,0)
    sv.geom(far,sv.lin(0,H*.45,0,H,[(0,FAR[1]),(1,FAR[0])]),1,.8,40,0)
    for d,a in ((26,.16),(16,.20)): sv.geom(far.intersection(affinity.translate(near,9*f,d*f)),'#4A3312',a,.8,40,0)
    sv.geom(low(near,12),UNDER,1,.8,40,0)
    sv.geom(near,sv.lin(0,0,0,H,[(0,PAPER[0]),(.42,PAPER[1]),(1,PAPER[2])]),1,.8,40,0)
    sv.geom(near.difference(affinity.translate(near,4*f,6*f)),'#FFFDF4',.85,.8,40,0)            # the cut edge in the light
    # the near legs stand out from the trunk by a cut line
    for k,s,e in (('hindN',.30,.62),('foreN',.24,.66)):
        leg=cut(A(parts[k])); x=leg.intersection(near); fx0,fy0,fx1,fy1=leg.bounds
        crease=LineString(list(leg.exterior.coords)).buffer(2.4*f).intersection(A(parts['trunk']).buffer(-5*f))
        crease=crease.intersection(Polygon([(fx0-9,fy0+(fy1-fy0)*s),(fx1+9,fy0+(fy1-fy0)*s),(fx1+9,fy1),(fx0-9,fy1)]))
        sv.geom(crease,'#B0935F',.75,.6,40,0)
    # rings round the tail
    n=len(sk.TP)
    for t in (.40,.52,.63,.73,.83,.93):
        i=int(t*(n-1)); c=np.array(X(sk.TP[i])); d=np.array(X(sk.TP[min(n-1,i+2)]))-np.array(X(sk.TP[i-2])); d/=np.hypot(*d); m=np.array([-d[1],d[0]])*60*f
        band=LineString([tuple(c+m),tuple(c+d*9*f),tuple(c-m)]).buffer((9+6*t)*f).intersection(cut(A(parts['tail'])).buffer(-1.5*f))
        sv.geom(band,FLECK,.85,.8,40,0)
    # toes
    for k in ('hindN','foreN','hindF','foreF'):
        leg=cut(A(parts[k])); fx0,fy0,fx1,fy1=leg.bounds; foot=leg.intersection(Polygon([(fx0-9,fy1-44*f),(fx1+9,fy1-44*f),(fx1+9,fy1+9),(fx0-9,fy1+9)]))
        if foot.is_empty or fy1<H-30*f: continue
        ax,ay,bx,by=foot.bounds
        for q in (22,42): sv.path(taper([(bx-q*f,by-4*f),(bx-(q+5)*f,by-15*f),(bx-(q+3)*f,by-26*f)],5*f,1.5*f,nd=0,err=.4),'#A98A56',.9)
    # ear: its back dark, its inside warm
    E=cut(A(ear)); ex,ey=E.centroid.x,E.centroid.y
    sv.geom(E.difference(affinity.translate(affinity.scale(E,.84,.84,origin=(ex,ey)),5*f,5*f)).intersection(Polygon([(-9,-9),(W,-9),(W,ey+14*f),(-9,ey+14*f)])),INK,.9,.5,40,0)
    sv.geom(affinity.translate(affinity.scale(E,.52,.56,origin=(ex,ey)),6*f,5*f),'#D9A082',1,.5,40,0)
    face(sv,f)
    return sv

def eye(sv,x,y,r,f):
    sv.geom(affinity.rotate(affinity.scale(Point(x,y).buffer(1,24),r*1.5,r*1.1),14,origin=(x,y)),INK,1,.3,60,1)
    sv.geom(affinity.rotate(affinity.scale(Point(x,y).buffer(1,24),r*1.16,r*.86),14,origin=(x,y)),'#A9CBB4',1,.3,60,1)
    sv.geom(Point(x+r*.12,y).buffer(r*.56),INK,1,.3,60,1); sv.geom(Point(x+r*.34,y-r*.3).buffer(r*.24),'#FFFFFF',1,.2,60,1)
def whiskers(sv,x,y,l,f,n=4):
    for i in range(n):
        a=math.radians(164+13*i); sv.path(taper([(x,y+i*5*f),(x+math.cos(a)*l*.5,y+i*5*f-math.sin(a)*l*.5+6*f),(x+math.cos(a)*l,y+i*5*f-math.sin(a)*l+16*f)],4.4*f,1*f,nd=0,err=.4),'#FFFDF6',.95)
def flecks(sv,pts,r): 
    for x,y in pts: sv.geom(affinity.rotate(affinity.scale(Point(x,y).buffer(1,12),r,r*.78),-20,origin=(x,y)),FLECK,1,.3,60,1)
def leopard_face(sv,f):
    flecks(sv,((1692,148),(1666,172),(1700,196),(1655,206),(1624,152),(1617,188),(1668,128),(1634,118),(1606,224)),9.4)
    sv.path(fit_path(catmull([(1786,206),(1818,196),(1850,204),(1862,226),(1846,246),(1806,258),(1772,250),(1762,228)],True,8),.5,60,0),'#FFFBF0',.9)
    flecks(sv,((1788,214),(1772,230),(1800,236),(1816,218)),5)
    whiskers(sv,1800,228,120,f)
    eye(sv,1743,170,16,f)
    sv.path('M1828 184q36 4 40 24q-4 22 -28 19q-16 -15 -12 -43z','#A4605A'); sv.path('M1833 188q22 3 28 13q-14 -2 -28 -4z','#D08C80',.9)
    sv.path(taper([(1842,236),(1822,256),(1790,266),(1752,262)],8,3,nd=0,err=.4),INK)
def cub_face(sv,f):
    flecks(sv,((640,112),(653,127),(634,132),(660,110),(621,122),(648,143)),4.6)
    sv.path(fit_path(catmull([(698,140),(717,132),(735,138),(743,150),(732,162),(710,168),(692,164),(686,152)],True,8),.4,60,0),'#FFFBF0',.9)
    flecks(sv,((706,145),(697,156),(713,158)),2.8)
    whiskers(sv,711,153,58,f*.8)
    eye(sv,682,114,11.5,f)
    sv.path('M729 127q19 2 21 13q-3 12 -16 11q-8 -8 -5 -24z','#A4605A'); sv.path('M732 130q12 1 16 6q-8 0 -16 -2z','#D08C80',.9)
    sv.path(taper([(735,157),(724,167),(710,171),(692,169)],5,2,nd=0,err=.4),INK)
def make(out='../'):
    sk=Skel(poses.WALK); o=silhouette(sk).buffer(.3).buffer(-.3)
    draw(parts(sk),ear_poly(sk),sk,o,1,leopard_face).save(out+'paper-leopard.svg')
    sv,o,u=cats.cub_walk(); p=cats.cub_walk.parts
    draw(p,p['ear'],cats.cub_walk.sk,o,u,cub_face,((790,150),(746,164),(737,175),(718,183),(690,189),(664,203),(640,219),(610,237),(586,253),(570,275),(552,300))).save(out+'paper-cub.svg')
if __name__=='__main__': make()
