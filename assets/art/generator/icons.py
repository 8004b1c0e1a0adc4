# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs of animals and of a felled tree on buttons: `/usr/bin/python3 icons.py` says the paths that src/draw/icons.c holds (a grid of
48, y down, even-odd). One shape each, what is inside cut out, so that they can be read at 30 pixels."""
from kit import *
import prints
def soft(p,r=.7): return p.buffer(-r*.4,8).buffer(r*.4+r,8).buffer(-r,8)
def line(pts,w): return LineString(catmull(pts,False,8)).buffer(w/2,8)
def P(pts): return Polygon(pts).buffer(0)
def dog():
    """its ear hangs, its tail stands, a collar"""
    body=P([(9,21),(13,19),(25,19.6),(29.6,17.4),(31.4,12.4),(33.6,8.6),(37.6,7),(41.4,8),(43,11),(47.2,11.8),(47.6,15.4),(46,17.8),(41.6,18.8),(38.4,20.4),(38,25),(36.6,30),(36.6,41.4),(39.2,43.2),(39.2,45),(32.4,45),(32.2,33),(27,31.2),(19.6,31),(18.2,35.4),(18.6,41.2),(21,43.2),(21,45),(14,45),(12.6,37.6),(9,33),(7.6,26)])
    tail=Polygon([(12.4,20),(10.2,14.6),(9.4,8.6),(8.0,6.4),(6.0,8.4),(6.2,15),(8.6,23)]).buffer(.5)
    ear=Polygon(catmull([(35.4,8.6),(37.6,11),(37.2,15.4),(34.6,18.4),(31.6,17.6),(31.8,12.6)],True,8)).buffer(0)
    gap=ear.buffer(1.0).difference(ear).intersection(Polygon([(33.2,9.6),(48,0),(48,48),(30,48),(31,19.6)]))
    dog=soft(unary_union([body,tail]),.9).difference(gap).difference(line([(28.2,18.2),(31.6,21.6),(37,23.2),(40,22.6)],1.5)).difference(Point(40.6,11.4).buffer(.95))
    return dog
def prey():
    """a stag, looking to the right"""
    b=P([(7.4,26),(11,23.8),(25,24.4),(30,22.6),(32.6,17),(34,12.6),(37.4,11.8),(40,13.4),(45,17),(44.8,19.4),(40.4,20.2),(38.4,25),(36,31.4),(35.6,35),(35.6,45),(32,45),(31.2,35.4),(26,34),(18.6,33.8),(17,37),(17.4,41),(17,45),(13.4,45),(13,40.6),(11,36.4),(7.8,32),(6.2,28.4)])
    ear=P([(34.6,13.6),(28.8,10.8),(30,14.6),(33.6,16.4)])
    ant=[line([(35.6,12.6),(32.6,9),(32,4.6),(33.8,1.6)],2.1),line([(32.3,7.6),(28.8,6.4),(27.2,3.6)],1.9),line([(38,12.4),(41,8.8),(41.6,4.4),(40,1.6)],2.1),line([(41.4,7.2),(44.6,6),(46,3.4)],1.9)]
    deer=unary_union([soft(unary_union([b,ear]),.8)]+ant).difference(Point(39,15.6).buffer(.8))
    return deer
def tree():
    """an axe in a stump"""
    st=Polygon([(7,45.4)]+catmull([(8.6,45),(12.6,42.4),(13.4,38),(13.4,31.4)],False,8)+catmull([(13.4,31.4),(19,34),(27,34.4),(34.6,31.4)],False,8)+catmull([(34.6,31.4),(34.6,38),(35.6,42.4),(39.6,45)],False,8)+[(41,45.4)]).buffer(0)
    top=affinity.translate(affinity.scale(Point(0,0).buffer(1,24),10.6,3.1),24,29.2)
    axe=Polygon(catmull([(30,7.6),(26.6,14.6),(20.4,19.6),(13.6,21.6)],False,8)+catmull([(13.6,21.6),(16.4,27.2),(20.6,30.6),(24.4,31.4)],False,8)[1:]+catmull([(24.4,31.4),(26.4,25),(31,19.4),(37,15.6)],False,8)[1:]).buffer(.5,4)
    handle=LineString([(28.6,17.4),(44.2,4.2)]).buffer(2.1,8)
    gap=axe.buffer(1.4)
    tree=unary_union([soft(st,.5).difference(gap),soft(top,.3).difference(gap),axe,handle]).difference(LineString([(14,32.2),(24,34.8),(34,32.2)]).buffer(0))
    return tree
def snare():
    """the print in the noose; ring and cord are strokes"""
    return prints.path(lambda x,y:(24+(x-500)*18/prints.WIDE,28.8+(y-500)*18/prints.WIDE),.04)
def paths():
    box=Polygon([(0,0),(48,0),(48,48),(0,48)])
    return {n:geom_path(f().intersection(box),.10,50,1,.3) for n,f in (('dog',dog),('prey',prey),('tree',tree))}|{'snare':snare()}
if __name__=='__main__':
    for n,d in paths().items(): print(n,d)
